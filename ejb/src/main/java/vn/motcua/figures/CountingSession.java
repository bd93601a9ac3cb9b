package vn.motcua.figures;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The planner's settings for figures that are counted from the operational tables. A period may
 * hold a hundred dossiers or all; a plan made for any period, which the server takes after a few
 * looks, goes through each of them one by one.
 */
public final class CountingSession implements AutoCloseable {

  private static final String SETTINGS =
      "set local plan_cache_mode = force_custom_plan; set local jit = off";

  private final Connection connection;
  private final boolean ownTransaction;

  /** Opens a transaction, unless one is open already, and sets for it what counting needs. */
  public CountingSession(Connection connection) throws SQLException {
    this.connection = connection;
    ownTransaction = connection.getAutoCommit();
    if (ownTransaction) {
      connection.setAutoCommit(false);
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(SETTINGS);
    }
  }

  /** Ends its own transaction; counting writes nothing. */
  @Override
  public void close() throws SQLException {
    if (ownTransaction) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }
}
