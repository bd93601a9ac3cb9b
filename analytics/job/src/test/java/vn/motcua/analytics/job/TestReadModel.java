package vn.motcua.analytics.job;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.motcua.analytics.job.readmodel.DatabaseAddress;

/** A real PostgreSQL with the project's own schema. */
public final class TestReadModel implements AutoCloseable {

  private static final Path MIGRATIONS = Path.of("../../ejb/src/main/resources/db/migration");

  private final EmbeddedPostgres server;

  public TestReadModel() throws IOException, SQLException {
    server = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(3)).start();
    try {
      migrate();
    } catch (IOException | SQLException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private void migrate() throws IOException, SQLException {
    for (String version :
        List.of(
            "V1__", "V2__", "V3__", "V6__", "V11__", "V60__", "V70__", "V74__", "V77__", "V90__")) {
      try (Stream<Path> files = Files.list(MIGRATIONS)) {
        Path file =
            files
                .filter(path -> path.getFileName().toString().startsWith(version))
                .findFirst()
                .orElseThrow();
        execute(Files.readString(file));
      }
    }
  }

  public DatabaseAddress address() {
    return new DatabaseAddress(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
  }

  public void execute(String sql) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Empties the read model. */
  public void clear() throws SQLException {
    execute(
        "truncate figure_day, board_day, indicator_day, dossier_fact, stream_position, dead_letter,"
            + " alert");
  }

  public long number(String sql) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return result.next() ? result.getLong(1) : 0;
    }
  }

  /** First column → second column, both as text. */
  public TreeMap<String, String> rows(String sql) throws SQLException {
    TreeMap<String, String> rows = new TreeMap<>();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.put(result.getString(1), result.getString(2));
      }
    }
    return rows;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
