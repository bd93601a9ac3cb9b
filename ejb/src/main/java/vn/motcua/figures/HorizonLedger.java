package vn.motcua.figures;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import vn.motcua.database.Query;

/** The horizons on record, and the stream's position. */
final class HorizonLedger {

  private static final int PENDING_LIMIT = 100_000;

  private HorizonLedger() {}

  static long request(
      Connection connection, int datasetId, LocalDate from, LocalDate to, String who)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into horizon (dataset_id, from_day, to_day, requested_by)
            values (?, coalesce(?::date, '-infinity'), coalesce(?::date, 'infinity'), ?) returning id""")) {
      insert.setInt(1, datasetId);
      insert.setObject(2, from);
      insert.setObject(3, to);
      insert.setString(4, who);
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** One of all days, with the figures of a generation that is not shown. */
  static long request(Connection connection, int datasetId, int generation, String who)
      throws SQLException {
    return Query.of(
            connection,
            """
            insert into horizon (dataset_id, generation, requested_by)
            values (?, ?, ?) returning id""",
            datasetId,
            generation,
            who)
        .first(row -> row.getLong(1))
        .orElseThrow();
  }

  static Optional<Horizon> find(Connection connection, long id) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select id, dataset_id, from_day, to_day, state, xid::text as xid, time, with_board
            from horizon where id = ?""")) {
      query.setLong(1, id);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        OffsetDateTime time = row.getObject("time", OffsetDateTime.class);
        Instant moment = time == null ? null : time.toInstant();
        return Optional.of(
            new Horizon(
                row.getLong("id"),
                row.getInt("dataset_id"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                Horizon.State.valueOf(row.getString("state")),
                row.getString("xid"),
                moment,
                row.getBoolean("with_board")));
      }
    }
  }

  /** A cut of the log as it stands now, for the referee alone. */
  static Horizon now(Connection connection, int datasetId) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select pg_snapshot_xmin(pg_current_snapshot())::text,
                       date_trunc('milliseconds', clock_timestamp())""")) {
      row.next();
      return new Horizon(
          0,
          datasetId,
          LocalDate.MIN,
          LocalDate.MAX,
          Horizon.State.MARKED,
          row.getString(1),
          row.getObject(2, OffsetDateTime.class).toInstant(),
          true);
    }
  }

  /** Remembers how a comparison ended; made again at the same horizon, the last one counts. */
  static void compared(Connection connection, long horizon, long differences) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into figure_check (horizon_id, differences) values (?, ?)
            on conflict (horizon_id)
            do update set differences = excluded.differences, checked_at = clock_timestamp()""")) {
      insert.setLong(1, horizon);
      insert.setLong(2, differences);
      insert.executeUpdate();
    }
  }

  static StreamPosition position(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select p.time, clock_timestamp(),
                       (select count(*) from dead_letter d
                        where d.generation = p.generation and d.replayed_at is null)
                from stream_position p join read_model on p.generation = active_generation""")) {
      if (!row.next()) {
        return new StreamPosition(null, null, pending(connection, null), 0);
      }
      Instant time = row.getObject(1, OffsetDateTime.class).toInstant();
      Instant now = row.getObject(2, OffsetDateTime.class).toInstant();
      return new StreamPosition(
          time, Duration.between(time, now), pending(connection, time), row.getLong(3));
    }
  }

  private static long pending(Connection connection, Instant since) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select count(*) from (
              select from domain_event where recorded_at >= coalesce(?, '-infinity'::timestamptz)
              limit ?) waiting""")) {
      query.setObject(1, since == null ? null : since.atOffset(ZoneOffset.UTC));
      query.setInt(2, PENDING_LIMIT);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
