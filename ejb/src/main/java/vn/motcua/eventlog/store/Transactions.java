package vn.motcua.eventlog.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Short transactions on connections of its own. They must not run inside a transaction of the
 * container: an import commits chunk by chunk.
 */
public final class Transactions {

  /** What is done in one transaction. */
  @FunctionalInterface
  public interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  private final DataSource database;

  public Transactions(DataSource database) {
    this.database = database;
  }

  /**
   * Commits when the work returns, rolls back when it throws.
   *
   * @throws SQLException also when the thread was interrupted: the server is stopping
   */
  public <T> T call(Work<T> work) throws SQLException {
    if (Thread.currentThread().isInterrupted()) {
      throw new SQLException("interrupted");
    }
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.run(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException failed) {
        rollback(connection, failed);
        throw failed;
      } finally {
        if (!connection.isClosed()) {
          connection.setAutoCommit(true);
        }
      }
    }
  }

  private static void rollback(Connection connection, Exception failed) {
    try {
      connection.rollback();
    } catch (SQLException alsoFailed) {
      failed.addSuppressed(alsoFailed);
    }
  }
}
