package vn.motcua.eventlog;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import vn.motcua.database.SchemaMigration;

/** A real PostgreSQL with the schema, one server for all tests of this process. */
final class TestDatabase {

  private static final EmbeddedPostgres SERVER = start();

  private TestDatabase() {}

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(3)).start();
      SchemaMigration.migrate(server.getPostgresDatabase());
      return server;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static DataSource database() {
    return SERVER.getPostgresDatabase();
  }

  /** For another process. */
  static String url() {
    return SERVER.getJdbcUrl("postgres", "postgres");
  }

  /** The first column of the first row. */
  static long number(String sql, Object... values) throws SQLException {
    return Long.parseLong(texts(sql, values).get(0));
  }

  /** Every row, its columns joined by a bar. */
  static List<String> texts(String sql, Object... values) throws SQLException {
    try (Connection connection = database().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      List<String> rows = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        int columns = row.getMetaData().getColumnCount();
        while (row.next()) {
          List<String> cells = new ArrayList<>();
          for (int i = 1; i <= columns; i++) {
            cells.add(row.getString(i));
          }
          rows.add(String.join("|", cells.stream().map(String::valueOf).toList()));
        }
      }
      return rows;
    }
  }
}
