package vn.motcua.analytics.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import vn.motcua.events.Topics;

/** PostgreSQL with the project's schema, and a broker. */
final class Servers implements AutoCloseable {

  static final int PARTITIONS = 4;

  private final EmbeddedPostgres database;
  private final ChildProcess broker;
  private final int port;

  Servers(Path base, Path work) throws Exception {
    database =
        EmbeddedPostgres.builder()
            // As the product's own: text is compared byte by byte.
            .setLocaleConfig("locale", "C")
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8")
            .setServerConfig("shared_buffers", "1GB")
            .setServerConfig("max_wal_size", "4GB")
            .setServerConfig("checkpoint_timeout", "15min")
            .setServerConfig("maintenance_work_mem", "256MB")
            .setServerConfig("max_parallel_workers_per_gather", "2")
            .setServerConfig("shared_preload_libraries", "pg_stat_statements")
            .start();
    execute("create schema profile; create extension pg_stat_statements schema profile");
    migrate(base.resolve("../../ejb/src/main/resources/db/migration"));
    port = freePort();
    broker =
        new ChildProcess(
            work.resolve("broker.log"),
            System.getProperty("java.class.path"),
            "512m",
            Map.of(),
            line -> false,
            List.of(),
            List.of(
                Broker.class.getName(),
                work.resolve("kafka").toString(),
                "" + port,
                "" + freePort()));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) bootstrap()))) {
      NewTopic topic = new NewTopic(Topics.DOSSIER_EVENTS, PARTITIONS, (short) 1);
      admin.createTopics(List.of(topic)).all().get();
    }
  }

  String bootstrap() {
    return "127.0.0.1:" + port;
  }

  String url() {
    return database.getJdbcUrl("postgres", "postgres");
  }

  Connection connection() throws SQLException {
    return database.getPostgresDatabase().getConnection();
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  long number(String sql) throws SQLException {
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  /** Processor time of the database's processes that live, milliseconds. */
  static long databaseTime() {
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::info)
        .filter(info -> info.command().orElse("").endsWith("/postgres"))
        .mapToLong(info -> info.totalCpuDuration().orElse(Duration.ZERO).toMillis())
        .sum();
  }

  /** Processor time of the broker so far, milliseconds. */
  long brokerTime() {
    return broker.processorTime();
  }

  void forgetStatements() throws SQLException {
    execute("select profile.pg_stat_statements_reset()");
  }

  /** Which statements took the database's time since they were forgotten, the longest first. */
  List<String> statements() throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select calls, round(total_exec_time) as ms, rows,
                       left(regexp_replace(query, '\s+', ' ', 'g'), 70) as query
                from profile.pg_stat_statements order by total_exec_time desc limit 12
                """)) {
      while (row.next()) {
        lines.add(
            "%6d ms %7d rows %5d calls  %s"
                .formatted(
                    row.getLong("ms"),
                    row.getLong("rows"),
                    row.getLong("calls"),
                    row.getString("query")));
      }
    }
    return lines;
  }

  private void migrate(Path folder) throws IOException, SQLException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted(Comparator.comparingInt(Servers::version)).toList()) {
        execute(Files.readString(file));
      }
    }
  }

  private static int version(Path file) {
    String name = file.getFileName().toString();
    return Integer.parseInt(name.substring(1, name.indexOf("__")));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws Exception {
    broker.close();
    database.close();
  }
}
