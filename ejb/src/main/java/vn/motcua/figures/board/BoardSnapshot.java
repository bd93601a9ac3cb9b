package vn.motcua.figures.board;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** All that a board shows is read as of one moment, while the stream writes on. */
final class BoardSnapshot implements AutoCloseable {

  private final Connection connection;

  BoardSnapshot(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("set transaction isolation level repeatable read, read only");
    }
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
  }
}
