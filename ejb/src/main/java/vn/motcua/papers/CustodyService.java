package vn.motcua.papers;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;

/** Where originals lie (lưu giữ bản gốc): on a shelf, given back, lost, found again. */
@Stateless
public class CustodyService {

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @Inject private InstantSource clock;

  public CustodyService() {}

  /** For use without a container. */
  public CustodyService(DataSource database, Access access, AuditTrail trail, InstantSource clock) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.clock = clock;
  }

  /** Puts the original on a shelf (vị trí kệ) where it lies. */
  public void shelve(long paperId, int version, String shelf) {
    change(paperId, version, "SHELVED", shelf, "");
  }

  /**
   * Gives the original back (trả bản gốc).
   *
   * @param to who took it
   */
  public void giveBack(long paperId, int version, String to) {
    change(paperId, version, "RETURNED", "", to);
  }

  /** It is not to be found (thất lạc). */
  public void reportLost(long paperId, int version, String note) {
    change(paperId, version, "LOST", "", note);
  }

  /** It was found again, where the caller says. */
  public void reportFound(long paperId, int version, String shelf) {
    change(paperId, version, "FOUND", shelf, "");
  }

  private void change(long paperId, int version, String kind, String shelf, String note) {
    access.require(Role.CLERK, Role.OFFICER, Role.BRANCH_DIRECTOR);
    try (Connection connection = database.getConnection()) {
      PaperPlace paper = PaperPlace.locked(connection, paperId);
      Standing standing = standing(connection, paper);
      Account who =
          access.requireAt(
              standing.unitId() == null || standing.unitId() == paper.branchId()
                  ? paper.placeFor(access.scope())
                  : standing.unitId(),
              Role.CLERK,
              Role.OFFICER,
              Role.BRANCH_DIRECTOR);
      if (standing.version() != version) {
        throw new PaperFailure.MovedOn(paper.name());
      }
      String needed = "FOUND".equals(kind) ? "LOST" : "KEPT";
      if (!needed.equals(standing.state())) {
        throw new PaperFailure.NotNow("FOUND".equals(kind) ? "found" : "kept", paper.name());
      }
      String where = PaperMetadata.line(shelf);
      String why = PaperMetadata.line(note);
      if ("SHELVED".equals(kind) && where.isEmpty()) {
        throw new PaperFailure.Missing("shelf");
      }
      if (("LOST".equals(kind) || "RETURNED".equals(kind)) && why.isEmpty()) {
        throw new PaperFailure.Missing("LOST".equals(kind) ? "note" : "taker");
      }
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      Integer unit =
          "RETURNED".equals(kind)
              ? null
              : standing.unitId() == null ? Integer.valueOf(paper.branchId()) : standing.unitId();
      String state =
          switch (kind) {
            case "RETURNED", "LOST" -> kind;
            default -> "KEPT";
          };
      write(connection, paperId, state, unit, where, now);
      move(connection, paperId, kind, unit, where, "", who.login(), why, now);
      trail.record(
          "paper." + kind.toLowerCase(java.util.Locale.ROOT),
          "dossier " + paper.dossierId(),
          Map.of("paper", String.valueOf(paperId)));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Standing(String state, Integer unitId, int version) {}

  private static Standing standing(Connection connection, PaperPlace paper) throws SQLException {
    boolean kept = "KEPT".equals(paper.custody()) && paper.originals() > 0;
    return Query.of(
            connection,
            "select state, unit_id, version from paper_custody where paper_id = ?",
            paper.paperId())
        .first(
            row ->
                new Standing(
                    row.getString("state"),
                    (Integer) row.getObject("unit_id"),
                    row.getInt("version")))
        .orElse(new Standing(kept ? "KEPT" : "NONE", kept ? paper.branchId() : null, 0));
  }

  /**
   * All kept originals of a dossier are now at another body, by a slip. For the slips, which asked
   * whether the caller may.
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void handOver(long dossierId, int toUnit, String slipNumber, String actor, Instant at) {
    try (Connection connection = database.getConnection()) {
      List<Long> papers =
          Query.of(
                  connection,
                  """
                  select p.id from dossier_paper p
                  left join paper_custody k on k.paper_id = p.id
                  where p.dossier_id = ? and p.custody = 'KEPT' and p.originals > 0
                    and coalesce(k.state, 'KEPT') = 'KEPT'
                  order by p.id for update of p""",
                  dossierId)
              .list(row -> row.getLong("id"));
      for (long paper : papers) {
        write(connection, paper, "KEPT", toUnit, "", at);
        move(connection, paper, "HANDED_OVER", toUnit, "", slipNumber, actor, "", at);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(
      Connection connection, long paperId, String state, Integer unit, String shelf, Instant at)
      throws SQLException {
    Query.of(
            connection,
            """
            insert into paper_custody as k (paper_id, state, unit_id, shelf, since, version)
            values (?, ?, ?, ?, ?, 1)
            on conflict (paper_id) do update set state = excluded.state,
              unit_id = excluded.unit_id, shelf = excluded.shelf, since = excluded.since,
              version = k.version + 1""",
            paperId,
            state,
            unit,
            shelf,
            at)
        .update();
  }

  private static void move(
      Connection connection,
      long paperId,
      String kind,
      Integer unit,
      String shelf,
      String slipNumber,
      String actor,
      String note,
      Instant at)
      throws SQLException {
    Query.of(
            connection,
            """
            insert into paper_movement
              (paper_id, sequence, kind, at, unit_id, shelf, slip_number, actor, note)
            select ?, coalesce(max(sequence), 0) + 1, ?, ?, ?::integer, ?, ?, ?, ?
            from paper_movement where paper_id = ?""",
            paperId,
            kind,
            at,
            unit,
            shelf,
            slipNumber,
            actor,
            note,
            paperId)
        .update();
  }
}
