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
            .setServerConfig("shared_buffers", "1GB")
            .setServerConfig("max_wal_size", "4GB")
            .setServerConfig("checkpoint_timeout", "15min")
            .setServerConfig("maintenance_work_mem", "256MB")
            .setServerConfig("max_parallel_workers_per_gather", "2")
            .start();
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
