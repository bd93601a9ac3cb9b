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
   * the former agency's.
   *
   * @param toBranch null: the receiving branch stays
   */
  public void apply(
      long moveId, MoveLine line, int toUnit, Integer toBranch, Instant at, String actor) {
    try (Connection connection = database.getConnection()) {
      Long id = null;
      Integer from = null;
      if (line.verdict() == MoveLine.Verdict.MOVED) {
        record Former(long id, int unit, Integer branch) {}
        Former former =
            Query.of(
                    connection,
                    """
                    select id, unit_id, branch_id from dossier
                    where dataset_id = 1 and code = ? for update""",
                    line.code())
                .first(
                    row ->
                        new Former(
                            row.getLong("id"),
                            row.getInt("unit_id"),
                            (Integer) row.getObject("branch_id")))
                .orElseThrow(() -> new HandoverFailure.UnknownCode(line.code()));
        id = former.id();
        from = former.unit();
        dossiers.reattribute(id, at, toUnit, toBranch == null ? former.branch() : toBranch, actor);
        Query.of(
                connection,
                """
                update dossier_task set unit_id = case when unit_id = ?::int then ?::int
                    else coalesce(?::int, unit_id) end,
                  assignee = null, version = version + 1
                where dossier_id = ? and completed_at is null
                  -- Not what a third agency has to do: an opinion, a hand-over.
                  and unit_id in (?::int, ?::int)""",
                former.unit(),
                toUnit,
                toBranch,
                id,
                former.unit(),
                former.branch())
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
