package vn.motcua.figures;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The planner's settings for a recount. It joins large intermediate results whose sizes the planner
 * cannot know; guessing them small it picks nested loops that take minutes (110,000 dossiers: over
 * nine minutes, against under five seconds with hash joins).
 */
final class RecountSession implements AutoCloseable {

  private static final String SETTINGS =
      """
      set local enable_nestloop = off;
      set local jit = off;
      set local work_mem = '64MB';
      set local statement_timeout = '120s'""";

  private final Connection connection;
  private final boolean ownTransaction;

  /** Opens a transaction, unless one is open already, and sets what a recount needs for it. */
  RecountSession(Connection connection) throws SQLException {
    this.connection = connection;
    this.ownTransaction = connection.getAutoCommit();
    if (ownTransaction) {
      connection.setAutoCommit(false);
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(SETTINGS);
    }
  }

  /** Ends the transaction; a recount writes nothing. */
  @Override
  public void close() throws SQLException {
    if (ownTransaction) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }
}
