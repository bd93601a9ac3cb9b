package vn.motcua.handover;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.dossier.DossierService;

/**
 * Moves one dossier of a list in a transaction of its own, with its line: one that fails leaves the
 * others moved. Asks nobody whether the caller may.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OneMove {

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private DossierService dossiers;

  public OneMove() {}

  /** For use without a container. */
  OneMove(DataSource database, DossierService dossiers) {
    this.database = database;
    this.dossiers = dossiers;
  }

  /**
   * The dossier keeps its code, its token and its moments; the present step goes along where it was
   * the former agency's or branch's, and keeps who has it where its body stays. A result that waits
   * to be handed over changes its branch only.
   *
   * @param toBranch null: the receiving branch stays
   */
  public void apply(
      long moveId, MoveLine line, int toUnit, Integer toBranch, Instant at, String actor) {
    try (Connection connection = database.getConnection()) {
      Long id = null;
      Integer from = null;
      if (line.verdict() == MoveLine.Verdict.MOVED) {
        record Former(long id, int unit, Integer branch, boolean decided) {}
        Former former =
            Query.of(
                    connection,
                    """
                    select id, unit_id, branch_id, state from dossier
                    where dataset_id = 1 and code = ? for update""",
                    line.code())
                .first(
                    row ->
                        new Former(
                            row.getLong("id"),
                            row.getInt("unit_id"),
                            (Integer) row.getObject("branch_id"),
                            "FINISHED".equals(row.getString("state"))))
                .orElseThrow(() -> new HandoverFailure.UnknownCode(line.code()));
        id = former.id();
        from = former.unit();
        int unit = former.decided() ? former.unit() : toUnit;
        Integer branch = toBranch == null ? former.branch() : toBranch;
        if (former.decided() && toBranch != null) {
          dossiers.moveWaitingResult(id, toBranch);
        } else {
          dossiers.reattribute(id, at, unit, branch, actor);
        }
        Query.of(
                connection,
                """
                update dossier_task t
                set unit_id = g.body, assignee = null, changed_at = ?, changed_by = ?,
                  version = version + 1
                from (
                  -- Not what a third agency has to do: an opinion, a hand-over.
                  select id, case
                      -- Who is agency and branch at once keeps the agency's own steps.
                      when unit_id = ?::int and (unit_id <> ?::int or role = 'CLERK' and ?)
                        then ?::int
                      when unit_id = ?::int then ?::int
                      else unit_id end as body
                  from dossier_task where dossier_id = ? and completed_at is null) g
                where t.id = g.id and t.unit_id <> g.body""",
                at,
                actor,
                former.branch(),
                former.unit(),
                toBranch != null,
                branch,
                former.unit(),
                unit,
                id)
            .update();
      }
      write(connection, moveId, line, id, from);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes the line alone: it was not moved. */
  public void note(long moveId, MoveLine line) {
    try (Connection connection = database.getConnection()) {
      write(connection, moveId, line, null, null);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(
      Connection connection, long moveId, MoveLine line, Long dossierId, Integer from)
      throws SQLException {
    Query.of(
            connection,
            """
            insert into dossier_move_line
              (move_id, position, code, dossier_id, verdict, from_unit, note)
            values (?, ?, ?, ?::bigint, ?, ?::integer, ?)""",
            moveId,
            line.position(),
            line.code(),
            dossierId,
            line.verdict(),
            from,
            line.note())
        .update();
  }
}
