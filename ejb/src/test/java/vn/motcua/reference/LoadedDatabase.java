package vn.motcua.reference;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import vn.motcua.database.TestDatabase;

/** Databases with the application's own reference data in them. */
public final class LoadedDatabase {

  public static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-20T03:00:00Z"));

  private LoadedDatabase() {}

  private static final class Shared {
    static final DataSource DATABASE = fresh();
  }

  /** For tests that only read. */
  public static DataSource shared() {
    return Shared.DATABASE;
  }

  /** For tests that write. */
  public static DataSource fresh() {
    DataSource database = TestDatabase.fresh();
    List<FileReport> reports = new ReferenceLoader(database, CLOCK).load();
    if (reports.stream().anyMatch(report -> !report.refusals().isEmpty())) {
      throw new IllegalStateException(reports.toString());
    }
    return database;
  }

  /** The single value that a query gives, as text. */
  public static String value(DataSource database, String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  public static void execute(DataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
