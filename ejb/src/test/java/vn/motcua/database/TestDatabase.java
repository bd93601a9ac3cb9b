package vn.motcua.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A real PostgreSQL, one per test run, with a fresh database of the current schema for each use.
 */
public final class TestDatabase {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestDatabase() {}

  private static final class Server {
    static final EmbeddedPostgres INSTANCE = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A new, migrated database. */
  public static DataSource fresh() {
    String name = "test_" + COUNT.incrementAndGet();
    try (Connection connection = Server.INSTANCE.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    DataSource database = Server.INSTANCE.getDatabase("postgres", name);
    SchemaMigration.migrate(database);
    return database;
  }
}
