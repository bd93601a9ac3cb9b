package vn.motcua.reception;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.motcua.catalogue.InternalStep;
import vn.motcua.catalogue.ProcedureCatalogue;
import vn.motcua.catalogue.ProcedureDeadlines;
import vn.motcua.catalogue.ProcedureRequirements;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.dossier.Baseline;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.DossierService;
import vn.motcua.dossier.NewDossier;
import vn.motcua.steps.StepCompanions;
import vn.motcua.worktime.BundledCalendars;
import vn.motcua.worktime.DueDateQuestion;
import vn.motcua.worktime.WorkingTime;

/**
 * Takes up under the right procedure what was received under a wrong one: the same persons, papers
 * and moment of receipt, a code and a visit of its own. For other services only.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class ConversionIntake {

  private static final InternalStep DECIDING =
      new InternalStep(2, "Giải quyết hồ sơ", "Decide", false, "OFFICER", 0, "Đang giải quyết");

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private DossierService dossiers;
  @EJB private ProcedureCatalogue catalogue;
  @EJB private ProcedureRequirements requirements;
  @EJB private ProcedureDeadlines deadlines;
  @Inject private BundledCalendars calendars;
  @Inject private PublicTokens tokens;

  public ConversionIntake() {}

  /** For use without a container. */
  ConversionIntake(
      DataSource database,
      DossierService dossiers,
      ProcedureDeadlines deadlines,
      BundledCalendars calendars,
      PublicTokens tokens) {
    this.database = database;
    this.dossiers = dossiers;
    this.catalogue = new ProcedureCatalogue(database);
    this.requirements = new ProcedureRequirements(database);
    this.deadlines = deadlines;
    this.calendars = calendars;
    this.tokens = tokens;
  }

  private record Former(
      int datasetId,
      int branchId,
      String channel,
      Instant receivedAt,
      int copies,
      String returnChannel,
      long owner,
      Integer commune) {}

  /**
   * Takes a dossier up again; answers the new one's id.
   *
   * @param formerId the wrong one, which the caller has locked and voided
   * @param at now
   * @throws IntakeFailure.Refused where the procedure cannot be received at the branch
   */
  public long receive(long formerId, String procedureCode, Instant at, String actor) {
    try (Connection connection = database.getConnection()) {
      Former former = former(connection, formerId);
      PreparedDossier prepared = prepared(connection, former, procedureCode);
      Occasion first =
          new Occasion(former.datasetId(), former.branchId(), actor, former.receivedAt());
      Query.of(connection, "select 1 from person where id = ? for update", former.owner())
          .first(row -> true);
      EpisodeRows.Episode episode =
          new EpisodeRows(connection, first).of(former.owner(), prepared.procedure().id());
      CodeRows counters = new CodeRows(connection, first);
      String code = counters.next(List.of(prepared.agency().identifier())).getFirst();
      long visit = visit(connection, former, counters, formerId, at, actor);
      int papers = papers(connection, formerId);
      long id =
          dossiers.receive(
              new NewDossier(
                  former.datasetId(),
                  code,
                  prepared.procedure().id(),
                  prepared.fieldId(),
                  prepared.agency().unitId(),
                  former.branchId(),
                  Channel.valueOf(former.channel()),
                  former.receivedAt(),
                  prepared.due().dueAt(),
                  new Baseline(
                      prepared.process() == null ? 0 : prepared.process().baselineSteps(),
                      prepared.process() == null ? 0 : prepared.process().baselineMinutes(),
                      prepared.papers().baseline(Map.of()),
                      papers,
                      episode.opened())),
              actor);
      DossierRows rows = new DossierRows(connection, first);
      rows.intake(id, visit, tokens.next(), episode.id(), prepared);
      if (!prepared.elsewhere().isEmpty()) {
        rows.elsewhere(id, prepared.elsewhere(), null, false);
      }
      copy(connection, formerId, id);
      begin(connection, rows, prepared, former, id, at, actor);
      return id;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private PreparedDossier prepared(Connection connection, Former former, String procedureCode)
      throws SQLException {
    Preparation preparation =
        new Preparation(
            catalogue, requirements, deadlines, connection, former.receivedAt(), Locale.of("vi"));
    DossierEntry entry =
        new DossierEntry(
            procedureCode,
            Channel.valueOf(former.channel()),
            null,
            "",
            former.copies(),
            ReturnChannel.valueOf(former.returnChannel()),
            Map.of(),
            List.of());
    PersonEntry owner =
        new PersonEntry(false, "", "", "", "", null, "", "", "", former.commune(), false);
    List<PreparedDossier> found =
        preparation.dossiers(
            IntakeRequest.of(new UUID(0, 0), former.branchId(), owner, List.of(entry)),
            former.branchId());
    // Its papers are those of the former dossier, whatever the other procedure asks for.
    List<Finding> findings =
        preparation.findings().stream()
            .filter(finding -> !finding.warning() && !finding.path().contains(".papers"))
            // It came in by its channel already; only its procedure was the wrong one.
            .filter(finding -> !finding.code().equals(Preparation.CHANNEL_CLOSED))
            .toList();
    if (found.isEmpty() || !findings.isEmpty()) {
      throw new IntakeFailure.Refused(findings);
    }
    return found.getFirst();
  }

  private static Former former(Connection connection, long id) throws SQLException {
    return Query.of(
            connection,
            """
            select d.dataset_id, coalesce(d.branch_id, d.unit_id) as branch_id, d.channel,
              d.received_at, i.copies, i.return_channel, p.id as owner, p.commune_id
            from dossier d join dossier_intake i on i.dossier_id = d.id
            join dossier_person r on r.dossier_id = d.id and r.relation = 'OWNER'
            join person p on p.id = r.person_id
            where d.id = ? order by r.position limit 1""",
            id)
        .first(
            row ->
                new Former(
                    row.getInt("dataset_id"),
                    row.getInt("branch_id"),
                    row.getString("channel"),
                    Query.moment(row, "received_at"),
                    row.getInt("copies"),
                    row.getString("return_channel"),
                    row.getLong("owner"),
                    row.getObject("commune_id", Integer.class)))
        .orElseThrow();
  }

  /** A visit of its own, so that its receipt tells of it alone. */
  private static long visit(
      Connection connection,
      Former former,
      CodeRows counters,
      long formerId,
      Instant at,
      String actor)
      throws SQLException {
    VisitRows.Branch branch =
        Query.of(
                connection,
                """
                select u.id, coalesce(u.lineage_id, u.id) as body_id, u.code, u.name,
                  (select v.point_id from dossier_intake i join visit v on v.id = i.visit_id
                   where i.dossier_id = ?) as point_id
                from unit u where u.id = ?""",
                formerId,
                former.branchId())
            .first(VisitRows::branch)
            .orElseThrow();
    long visit =
        new VisitRows(connection)
            .insert(
                new Occasion(former.datasetId(), former.branchId(), actor, at),
                branch,
                UUID.nameUUIDFromBytes(
                    ("conversion " + formerId).getBytes(StandardCharsets.UTF_8)));
    counters.nextReceipt(visit, branch.bodyId(), branch.code());
    return visit;
  }

  private static int papers(Connection connection, long formerId) throws SQLException {
    return Query.of(
            connection,
            """
            select count(*) as n from dossier_paper
            where dossier_id = ? and custody <> 'HELD_ALREADY'""",
            formerId)
        .first(row -> row.getInt("n"))
        .orElse(0);
  }

  private static void copy(Connection connection, long formerId, long id) throws SQLException {
    Query.of(
            connection,
            """
            insert into dossier_person
              (dossier_id, relation, position, person_id, authority_scope, authority_until)
            select ?, relation, position, person_id, authority_scope, authority_until
            from dossier_person where dossier_id = ?""",
            id,
            formerId)
        .update();
    Query.of(
            connection,
            """
            insert into dossier_paper (id, dossier_id, position, name, custody, held_source,
              originals, certified, copies, file_id, added_at)
            select nextval('dossier_paper_id_seq'), ?, position, name, custody, held_source,
              originals, certified, copies, file_id, added_at
            from dossier_paper where dossier_id = ?""",
            id,
            formerId)
        .update();
  }

  private void begin(
      Connection connection,
      DossierRows rows,
      PreparedDossier prepared,
      Former former,
      long id,
      Instant at,
      String actor)
      throws SQLException {
    InternalStep only = prepared.elsewhere().isEmpty() ? DECIDING : IntakeRecorder.FOLLOWING;
    List<InternalStep> steps =
        prepared.process() == null ? List.of(only) : prepared.process().steps();
    InternalStep first = steps.getFirst();
    boolean clerks = first.atBranch() && "CLERK".equals(first.role()) && steps.size() > 1;
    if (clerks) {
      rows.task(id, first, former.branchId(), former.receivedAt(), prepared.due().dueAt(), true);
      dossiers.completeStep(id, former.receivedAt(), first.name(), former.branchId(), actor);
    }
    InternalStep next = clerks ? steps.get(1) : first;
    Instant due = prepared.due().dueAt();
    int unit = next.atBranch() ? former.branchId() : prepared.agency().unitId();
    new DossierRows(connection, new Occasion(former.datasetId(), former.branchId(), actor, at))
        .task(
            id,
            next,
            unit,
            next.minutes() == 0
                ? due
                : new WorkingTime(calendars.hours().at(unit))
                    .after(at, Duration.ofMinutes(next.minutes())),
            due,
            false);
    if (prepared.process() != null) {
      new StepCompanions(connection, calendars.ofCode(DueDateQuestion.CITY_CALENDAR))
          .accompany(id, at);
    }
  }
}
