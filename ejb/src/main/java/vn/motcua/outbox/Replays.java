package vn.motcua.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import vn.motcua.database.Query;

/** The relay's side of sending dossiers once more: which, what of them, and that it was done. */
final class Replays {

  /** The most dossiers of one round: the flow of the others waits meanwhile. */
  private static final int MOST = 100;

  private static final String REQUESTED =
      """
      select distinct dossier_id
      from dead_letter join read_model on generation = active_generation
      where replay_requested_at is not null and replayed_at is null
      order by dossier_id limit ?""";

  private static final String ENTRIES =
      """
      select xid::text, event_no, aggregate_id, payload, recorded_at
      from domain_event
      where aggregate_type = ? and aggregate_id = ? and (xid, event_no) <= (?::xid8, ?)
      order by sequence""";

  private final Connection connection;

  Replays(Connection connection) {
    this.connection = connection;
  }

  /** The dossiers that somebody waits for. */
  List<Long> requested() throws SQLException {
    return Query.of(connection, REQUESTED, MOST).list(row -> row.getLong(1));
  }

  /** All of a dossier that was sent: what comes after is sent after it. */
  List<LogReader.Entry> entries(long dossier, LogReader.Place sent) throws SQLException {
    return Query.of(connection, ENTRIES, EventLog.DOSSIER, dossier, sent.xid(), sent.eventNo())
        .list(
            row ->
                new LogReader.Entry(
                    row.getString(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getBytes(4),
                    row.getObject(5, OffsetDateTime.class).toInstant().toEpochMilli()));
  }

  void done(long dossier) throws SQLException {
    Query.of(
            connection,
            """
            update dead_letter set replayed_at = clock_timestamp()
            where dossier_id = ? and replay_requested_at is not null and replayed_at is null""",
            dossier)
        .update();
  }
}
