package vn.motcua.figures;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import vn.motcua.database.Query;

/** The rows of one generation of the read model: shown, or dropped when nobody needs them. */
final class GenerationRows {

  /** The lock that the stream's sink holds on the generation that it writes. */
  private static final int WRITER_LOCK = 0x4D43_4647;

  /** So that dropping neither fills memory nor holds up who writes. */
  private static final int BATCH = 20_000;

  private static final List<String> DROP =
      List.of(
          "delete from figure_day where ctid = any (array(select ctid from figure_day"
              + " where generation = ? limit ?))",
          "delete from board_day where ctid = any (array(select ctid from board_day"
              + " where generation = ? limit ?))",
          "delete from indicator_day where ctid = any (array(select ctid from indicator_day"
              + " where generation = ? limit ?))",
          "delete from dossier_fact where ctid = any (array(select ctid from dossier_fact"
              + " where generation = ? limit ?))",
          "delete from alert where ctid = any (array(select ctid from alert"
              + " where generation = ? limit ?))",
          "delete from dead_letter where ctid = any (array(select ctid from dead_letter"
              + " where generation = ? limit ?))",
          "delete from stream_position where ctid = any (array(select ctid from stream_position"
              + " where generation = ? limit ?))");

  private GenerationRows() {}

  /**
   * Shows another generation, in the caller's transaction. What was settled about records that were
   * set aside stays settled: the new one has read them too.
   */
  static void show(Connection connection, int generation, int former, String formulaVersion)
      throws SQLException {
    Query.of(
            connection,
            """
            update dead_letter n
            set replay_requested_at = o.replay_requested_at,
                replay_requested_by = o.replay_requested_by, replayed_at = o.replayed_at
            from dead_letter o
            where n.generation = ? and o.generation = ?
              and (n.topic, n.partition, n.position) = (o.topic, o.partition, o.position)""",
            generation,
            former)
        .update();
    Query.of(
            connection,
            "update read_model set active_generation = ?, formula_version = ?",
            generation,
            formulaVersion)
        .update();
    Query.of(connection, "select pg_notify('figures', '*')").first(row -> true);
  }

  /**
   * Whether a generation is as new as another. Holds both as they are until the end of the caller's
   * transaction: their jobs write their position with every row.
   */
  static boolean isAsNew(Connection connection, int generation, int former) throws SQLException {
    record Position(int generation, Instant time) {}
    List<Position> positions =
        Query.of(
                connection,
                """
                select generation, time from stream_position where generation in (?, ?)
                order by generation for update""",
                generation,
                former)
            .list(row -> new Position(row.getInt(1), Query.moment(row, "time")));
    Instant reached = Instant.MIN;
    Instant needed = Instant.MIN;
    for (Position one : positions) {
      if (one.generation() == generation) {
        reached = one.time();
      } else {
        needed = one.time();
      }
    }
    return !reached.isBefore(needed);
  }

  /**
   * Drops what rebuilds left, where its job has ended. The connection must be in auto-commit mode.
   */
  static void dropUnused(Connection connection) throws SQLException {
    record Left(long rebuild, int generation) {}
    List<Left> left =
        Query.of(
                connection,
                """
                select id, case when state = 'SWITCHED' then former else b.generation end
                from rebuild b
                where dropped_at is null and state in ('SWITCHED', 'DIFFERENT', 'CANCELLED')""")
            .list(row -> new Left(row.getLong(1), row.getInt(2)));
    for (Left one : left) {
      if (isUnwritten(connection, one.generation())) {
        try {
          drop(connection, one.generation());
          // What its job had put aside and never shown.
          drop(connection, -one.generation());
          Query.of(
                  connection,
                  "update rebuild set dropped_at = clock_timestamp() where id = ?",
                  one.rebuild())
              .update();
        } finally {
          Query.of(connection, "select pg_advisory_unlock(?, ?)", WRITER_LOCK, one.generation())
              .first(row -> true);
        }
      }
    }
  }

  /** Takes the writer's own lock: while it is held, no job can begin to write. */
  private static boolean isUnwritten(Connection connection, int generation) throws SQLException {
    return Query.of(
            connection,
            "select pg_try_advisory_lock(?, ?) from read_model where active_generation <> ?",
            WRITER_LOCK,
            generation,
            generation)
        .first(row -> row.getBoolean(1))
        .orElse(false);
  }

  private static void drop(Connection connection, int generation) throws SQLException {
    for (String delete : DROP) {
      while (Query.of(connection, delete, generation, BATCH).update() == BATCH) {
        // The next batch.
      }
    }
  }
}
