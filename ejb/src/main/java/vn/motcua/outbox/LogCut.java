package vn.motcua.outbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * A cut of the log: every transaction before {@code xid} has ended, and nothing recorded before
 * {@code time} will still appear behind the cut.
 *
 * @param xid PostgreSQL's 64-bit transaction id, as text
 * @param time the database's clock in whole milliseconds, as ticks carry it; earlier than now while
 *     a transaction that writes is still open
 */
public record LogCut(String xid, Instant time) {

  // The order matters. What is in flight is looked at first: whoever commits between the two
  // statements was counted there with its start, and whoever begins to write later records later.
  private static final String SAFE_TIME =
      """
      select least(clock_timestamp(),
                   (select min(xact_start) from pg_stat_activity where backend_xid is not null))""";
  private static final String SAFE_XID = "select pg_snapshot_xmin(pg_current_snapshot())::text";

  /** Takes the cut now. The connection must be in auto-commit mode. */
  static LogCut now(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      Instant time;
      try (ResultSet row = statement.executeQuery(SAFE_TIME)) {
        row.next();
        time = row.getObject(1, OffsetDateTime.class).toInstant().truncatedTo(ChronoUnit.MILLIS);
      }
      try (ResultSet row = statement.executeQuery(SAFE_XID)) {
        row.next();
        return new LogCut(row.getString(1), time);
      }
    }
  }
}
