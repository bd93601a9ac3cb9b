package vn.motcua.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
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
        return EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(3)).start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Migrated once, copied for each use. */
  private static final class Template {
    static final String NAME = migrated();

    private static String migrated() {
      SchemaMigration.migrate(create("migrated", "template1"));
      return "migrated";
    }
  }

  /** A new, migrated database. */
  public static DataSource fresh() {
    return create("test_" + COUNT.incrementAndGet(), Template.NAME);
  }

  private static DataSource create(String name, String template) {
    try (Connection connection = Server.INSTANCE.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name + " template " + template);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return Server.INSTANCE.getDatabase("postgres", name);
  }
}
