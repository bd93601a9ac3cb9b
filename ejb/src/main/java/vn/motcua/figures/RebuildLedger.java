package vn.motcua.figures;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import vn.motcua.database.Query;

/** The rebuilds on record. */
final class RebuildLedger {

  private static final String UNIQUE_VIOLATION = "23505";
  private static final String RUNNING = "state in ('REQUESTED', 'READING', 'COMPARING', 'AGREED')";

  private static final String SELECT =
      """
      select b.*, p.time as read_to,
        case when b.state in ('COMPARING', 'AGREED', 'SWITCHED', 'DIFFERENT') then 100
             when p.time is null then 0
             else least(99, greatest(0, (100 * extract(epoch from p.time - first.at)
                    / greatest(1, extract(epoch from clock_timestamp() - first.at)))::int)) end
          as percent
      from rebuild b
      left join stream_position p on p.generation = b.generation
      cross join (select coalesce(
          (select recorded_at from domain_event order by xid, event_no limit 1),
          clock_timestamp()) as at) first
      """;

  private RebuildLedger() {}

  /**
   * @throws RebuildFailure.Running where one is running
   */
  static Rebuild request(Connection connection, String reason, boolean asks, String who)
      throws SQLException {
    try {
      long id =
          Query.of(
                  connection,
                  """
                  insert into rebuild (generation, former, formula_version, reason,
                    asks_before_switch, requested_by)
                  select greatest(active_generation,
                                  (select coalesce(max(generation), 0) from rebuild)) + 1,
                         active_generation, ?, ?, ?, ?
                  from read_model returning id""",
                  FigureAnswer.FORMULA_VERSION,
                  reason,
                  asks,
                  who)
              .first(row -> row.getLong(1))
              .orElseThrow();
      return find(connection, id);
    } catch (SQLException e) {
      if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
        throw new RebuildFailure.Running();
      }
      throw e;
    }
  }

  static Rebuild find(Connection connection, long id) throws SQLException {
    return Query.of(connection, SELECT + " where b.id = ?", id)
        .first(RebuildLedger::rebuild)
        .orElseThrow(() -> new RebuildFailure.NotRunning(id));
  }

  static Optional<Rebuild> running(Connection connection) throws SQLException {
    return Query.of(connection, SELECT + " where " + RUNNING).first(RebuildLedger::rebuild);
  }

  static List<Rebuild> newest(Connection connection, int most) throws SQLException {
    return Query.of(connection, SELECT + " order by b.id desc limit ?", most)
        .list(RebuildLedger::rebuild);
  }

  /** False where it has gone on meanwhile: somebody ended it. */
  static boolean advance(Connection connection, Rebuild rebuild, Rebuild.State to)
      throws SQLException {
    return Query.of(
                connection,
                """
                update rebuild
                set state = ?, ended_at = case when ? then clock_timestamp() end
                where id = ? and state = ?""",
                to,
                to.ordinal() >= Rebuild.State.SWITCHED.ordinal(),
                rebuild.id(),
                rebuild.state())
            .update()
        == 1;
  }

  /** Whether there was one to end. */
  static boolean cancel(Connection connection, long id) throws SQLException {
    return Query.of(
                connection,
                "update rebuild set state = 'CANCELLED', ended_at = clock_timestamp()"
                    + " where id = ? and "
                    + RUNNING,
                id)
            .update()
        == 1;
  }

  /** Whether there was one that waited for a yes. */
  static boolean confirm(Connection connection, long id, String who) throws SQLException {
    return Query.of(
                connection,
                "update rebuild set state = 'COMPARING', confirmed_by = ?,"
                    + " confirmed_at = clock_timestamp() where id = ? and state = 'AGREED'",
                who,
                id)
            .update()
        == 1;
  }

  static void compared(Connection connection, Rebuild rebuild, int datasets, long differences)
      throws SQLException {
    Query.of(
            connection,
            "update rebuild set compared = ?, differences = ? where id = ?",
            datasets,
            differences,
            rebuild.id())
        .update();
  }

  /** Whether the formulas are others than those of the figures shown, and no rebuild tried them. */
  static boolean isFormulaNew(Connection connection) throws SQLException {
    return Query.of(
            connection,
            """
            select formula_version <> ?
                   and not exists (select from rebuild where formula_version = ?)
            from read_model""",
            FigureAnswer.FORMULA_VERSION,
            FigureAnswer.FORMULA_VERSION)
        .first(row -> row.getBoolean(1))
        .orElse(false);
  }

  private static Rebuild rebuild(ResultSet row) throws SQLException {
    return new Rebuild(
        row.getLong("id"),
        row.getInt("generation"),
        row.getInt("former"),
        row.getString("formula_version"),
        Rebuild.State.valueOf(row.getString("state")),
        row.getString("reason"),
        row.getString("requested_by"),
        Query.moment(row, "requested_at"),
        Query.moment(row, "read_to"),
        row.getInt("percent"),
        row.getInt("compared"),
        row.getLong("differences"),
        Query.moment(row, "ended_at"),
        Query.moment(row, "dropped_at"),
        row.getBoolean("asks_before_switch"),
        row.getString("confirmed_by"),
        Query.moment(row, "confirmed_at"));
  }
}
