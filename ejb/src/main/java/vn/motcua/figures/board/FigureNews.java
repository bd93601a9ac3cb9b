package vn.motcua.figures.board;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** What the database tells of writes to the read model, gathered. */
final class FigureNews {

  /** The channel on which the stream's sink tells of every write. */
  private static final String CHANNEL = "figures";

  private static final String EVERY_DATASET = "*";
  private static final int QUIET_MILLIS = 2_000;
  private static final long SHORTEST_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private static final String POSITION =
      """
      select clock_timestamp(), (select time from stream_position join read_model
                                 on generation = active_generation)""";

  private final Connection connection;
  private long lastTold = System.nanoTime() - SHORTEST_NANOS;

  FigureNews(Connection connection) throws SQLException {
    this.connection = connection;
    try (Statement listen = connection.createStatement()) {
      listen.execute("listen " + CHANNEL);
    }
  }

  /** Waits for news, two seconds at most, and never answers sooner than 200 ms after the last. */
  FiguresWritten next() throws SQLException {
    Set<String> told = new HashSet<>();
    gather(told, QUIET_MILLIS);
    long early = lastTold + SHORTEST_NANOS - System.nanoTime();
    if (early > 0) {
      LockSupport.parkNanos(early);
      gather(told, 1);
    }
    lastTold = System.nanoTime();
    Set<Integer> datasets = new HashSet<>();
    boolean all = told.remove(EVERY_DATASET);
    told.forEach(id -> datasets.add(Integer.valueOf(id)));
    return at(all, datasets);
  }

  private void gather(Set<String> told, int millis) throws SQLException {
    PGNotification[] news = connection.unwrap(PGConnection.class).getNotifications(millis);
    if (news == null) {
      return;
    }
    for (PGNotification one : news) {
      for (String dataset : one.getParameter().split(" ")) {
        if (!dataset.isEmpty()) {
          told.add(dataset);
        }
      }
    }
  }

  private FiguresWritten at(boolean all, Set<Integer> datasets) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(POSITION)) {
      row.next();
      Instant now = row.getObject(1, OffsetDateTime.class).toInstant();
      OffsetDateTime position = row.getObject(2, OffsetDateTime.class);
      return new FiguresWritten(position == null ? null : position.toInstant(), now, all, datasets);
    }
  }
}
