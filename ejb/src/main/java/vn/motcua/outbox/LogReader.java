package vn.motcua.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Reads the log forward from a place, below a cut, in the order of (transaction, number). */
final class LogReader {

  /** One entry as it goes to Kafka. */
  record Entry(String xid, long eventNo, long aggregateId, byte[] payload, long recordedAtMillis) {}

  /** Behind which entry, or which change of a term, reading goes on. */
  record Place(String xid, long eventNo) {}

  private static final String SQL =
      """
      select xid::text, event_no, aggregate_id, payload, recorded_at
      from domain_event
      where (xid, event_no) > (?::xid8, ?) and xid < ?::xid8
      order by xid, event_no
      limit ?""";

  private LogReader() {}

  static List<Entry> read(Connection connection, Place after, String belowXid, int limit)
      throws SQLException {
    List<Entry> entries = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      statement.setString(1, after.xid());
      statement.setLong(2, after.eventNo());
      statement.setString(3, belowXid);
      statement.setInt(4, limit);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          entries.add(
              new Entry(
                  row.getString(1),
                  row.getLong(2),
                  row.getLong(3),
                  row.getBytes(4),
                  row.getObject(5, OffsetDateTime.class).toInstant().toEpochMilli()));
        }
      }
    }
    return entries;
  }
}
