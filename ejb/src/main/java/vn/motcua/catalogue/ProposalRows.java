package vn.motcua.catalogue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.Query;

/** Proposals on record, and how an approved one becomes a version. */
final class ProposalRows {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final int LONGEST_REASON = 4_000;

  private final Connection connection;
  private final Instant now;

  ProposalRows(Connection connection, Instant now) {
    this.connection = connection;
    this.now = now;
  }

  LocalDate today() {
    return LocalDate.ofInstant(now, ZONE);
  }

  long propose(
      ProcedureSheet sheet,
      LocalDate from,
      String reason,
      String login,
      Long importId,
      AuditTrail trail)
      throws SQLException {
    ProcedureVersionRows versions = new ProcedureVersionRows(connection);
    understood(sheet);
    String code = sheet.cell("code");
    check(from, reason, latestDay(code));
    return insert(
        Proposal.Kind.PROCEDURE,
        code,
        sheet.cells(),
        from,
        reason,
        versions.latest(code),
        importId,
        login,
        trail);
  }

  long propose(ProcessSheet sheet, LocalDate from, String reason, String login, AuditTrail trail)
      throws SQLException {
    String code = sheet.cell("code");
    procedure(code);
    ProcessRows processes = new ProcessRows(connection);
    understood(sheet);
    List<ProcessVersion> versions = processes.versions(code);
    check(from, reason, versions.isEmpty() ? null : versions.getFirst().validFrom());
    return insert(
        Proposal.Kind.PROCESS,
        code,
        sheet.cells(),
        from,
        reason,
        processes.latest(code),
        null,
        login,
        trail);
  }

  private ProcedureContent understood(ProcedureSheet sheet) throws SQLException {
    ProcedureSheetReader reader =
        new ProcedureSheetReader(sheet, new ProcedureVersionRows(connection).fields());
    ProcedureContent content = reader.read();
    List<SheetProblem> wrong = reader.problems().stream().filter(SheetProblem::wrong).toList();
    if (!wrong.isEmpty()) {
      throw new CatalogueFailure.SheetWrong(wrong);
    }
    return content;
  }

  private ProcessVersion understood(ProcessSheet sheet) throws SQLException {
    ProcessSheetReader reader =
        new ProcessSheetReader(sheet, new ProcessRows(connection).bodies(today()));
    ProcessVersion content = reader.read();
    if (!reader.problems().isEmpty()) {
      throw new CatalogueFailure.SheetWrong(reader.problems());
    }
    return content;
  }

  private int procedure(String code) throws SQLException {
    return Query.of(connection, "select id from procedure where dataset_id = 1 and code = ?", code)
        .first(row -> row.getInt(1))
        .orElseThrow(() -> new CatalogueFailure.UnknownProcedure(code, today()));
  }

  private LocalDate latestDay(String code) throws SQLException {
    return Query.of(
            connection,
            """
            select max(v.valid_from) from procedure p join procedure_version v on v.procedure_id = p.id
            where p.dataset_id = 1 and p.code = ?
            """,
            code)
        .first(row -> row.getObject(1, LocalDate.class))
        .orElse(null);
  }

  private void check(LocalDate from, String reason, LocalDate latest) {
    String why = ProcedureSheet.clean(reason);
    if (why.isEmpty() || why.length() > LONGEST_REASON) {
      throw new CatalogueFailure.ReasonMissing();
    }
    checkDay(from, latest);
  }

  private void checkDay(LocalDate from, LocalDate latest) {
    if (from == null || !from.isAfter(today())) {
      throw new CatalogueFailure.PastDay(from == null ? today() : from, today());
    }
    if (latest != null && !from.isAfter(latest)) {
      throw new CatalogueFailure.BeforeLatest(from, latest);
    }
  }

  private long insert(
      Proposal.Kind kind,
      String code,
      Map<String, String> cells,
      LocalDate from,
      String reason,
      int base,
      Long importId,
      String login,
      AuditTrail trail)
      throws SQLException {
    long id =
        Query.of(
                connection,
                """
                insert into catalogue_proposal (kind, procedure_code, content, valid_from, reason,
                  status, base_id, import_id, proposed_by, proposed_at)
                values (?, ?, ?::jsonb, ?, ?, 'PROPOSED', ?, ?, ?, ?) returning id
                """,
                kind,
                code,
                CellsJson.write(cells),
                from,
                ProcedureSheet.clean(reason),
                base,
                importId,
                login,
                now)
            .first(row -> row.getLong(1))
            .orElseThrow();
    trail.record(
        "catalogue.propose",
        "procedure " + code,
        Map.of("proposal", Long.toString(id), "kind", kind.name(), "validFrom", from.toString()));
    return id;
  }

  /**
   * Locked for a decision.
   *
   * @throws CatalogueFailure where there is none, it was decided, or changed since it was seen
   */
  Proposal locked(long id, int seen, String login) throws SQLException {
    Proposal proposal =
        Query.of(connection, "select * from catalogue_proposal where id = ? for update", id)
            .first(row -> proposal(row, login))
            .orElseThrow(() -> new CatalogueFailure.UnknownProposal(id));
    if (proposal.status() != Proposal.Status.PROPOSED) {
      throw new CatalogueFailure.NotWaiting(id);
    }
    if (proposal.seen() != seen) {
      throw new CatalogueFailure.ChangedMeanwhile();
    }
    return proposal;
  }

  List<Proposal> ofImport(long importId, String login) throws SQLException {
    return Query.of(
            connection,
            "select * from catalogue_proposal where import_id = ? and status = 'PROPOSED'"
                + " order by id for update",
            importId)
        .list(row -> proposal(row, login));
  }

  Proposal find(long id, String login) throws SQLException {
    return Query.of(connection, "select * from catalogue_proposal where id = ?", id)
        .first(row -> proposal(row, login))
        .orElseThrow(() -> new CatalogueFailure.UnknownProposal(id));
  }

  List<Proposal> list(String login) throws SQLException {
    List<Proposal> all =
        new java.util.ArrayList<>(
            Query.of(
                    connection,
                    "select * from catalogue_proposal where status = 'PROPOSED'"
                        + " order by proposed_at, id limit 500")
                .list(row -> proposal(row, login)));
    all.addAll(
        Query.of(
                connection,
                "select * from catalogue_proposal where status <> 'PROPOSED'"
                    + " order by decided_at desc, id desc limit 50")
            .list(row -> proposal(row, login)));
    return all;
  }

  void decide(long id, Proposal.Status status, String login, String decision) throws SQLException {
    Query.of(
            connection,
            "update catalogue_proposal set status = ?, decided_by = ?, decided_at = ?,"
                + " decision = ?, version = version + 1 where id = ?",
            status,
            login,
            now,
            decision,
            id)
        .update();
  }

  /** Two approvals of one procedure come one after the other; the second sees the first. */
  void carryOut(Proposal proposal) throws SQLException {
    String code = proposal.procedureCode();
    Query.of(
            connection,
            "select pg_advisory_xact_lock(hashtextextended('catalogue ' || ?, 0))",
            code)
        .list(row -> "");
    int base =
        Query.of(connection, "select base_id from catalogue_proposal where id = ?", proposal.id())
            .first(row -> row.getInt(1))
            .orElseThrow();
    if (proposal.kind() == Proposal.Kind.PROCEDURE) {
      ProcedureVersionRows versions = new ProcedureVersionRows(connection);
      if (versions.latest(code) != base) {
        throw new CatalogueFailure.ChangedMeanwhile();
      }
      checkDay(proposal.validFrom(), latestDay(code));
      versions.write(
          understood(new ProcedureSheet(proposal.cells())), proposal.validFrom(), proposal.id());
    } else {
      ProcessRows processes = new ProcessRows(connection);
      if (processes.latest(code) != base) {
        throw new CatalogueFailure.ChangedMeanwhile();
      }
      checkDay(proposal.validFrom(), null);
      processes.write(
          procedure(code),
          understood(new ProcessSheet(proposal.cells())),
          proposal.validFrom(),
          proposal.id());
    }
  }

  private static Proposal proposal(ResultSet row, String login) throws SQLException {
    return new Proposal(
        row.getLong("id"),
        Proposal.Kind.valueOf(row.getString("kind")),
        row.getString("procedure_code"),
        CellsJson.read(row.getString("content")),
        row.getObject("valid_from", LocalDate.class),
        row.getString("reason"),
        Proposal.Status.valueOf(row.getString("status")),
        row.getString("proposed_by"),
        Query.moment(row, "proposed_at"),
        row.getString("decided_by"),
        Query.moment(row, "decided_at"),
        row.getString("decision"),
        row.getObject("import_id", Long.class),
        row.getInt("version"),
        row.getString("proposed_by").equals(login));
  }
}
