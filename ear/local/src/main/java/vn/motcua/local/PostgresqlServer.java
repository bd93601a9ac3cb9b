package vn.motcua.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * PostgreSQL with durability on: a commit that was acknowledged survives kill -9 and power loss.
 * The application's own role owns its database and is no superuser.
 */
final class PostgresqlServer implements Server {

  /** What it says while a process of a killed predecessor has not ended yet. */
  private static final String STILL_THERE = "pre-existing shared memory block";

  static final String DATABASE = "motcua";
  static final String USER = "motcua";
  private static final String ADMINISTRATOR = "postgres";

  /** What must hold in the running server; a wrong value stops the start. */
  private static final Map<String, String> ASSERTED =
      Map.of(
          "fsync", "on",
          "synchronous_commit", "on",
          "full_page_writes", "on",
          "server_encoding", "UTF8");

  private static final List<String> SETTINGS =
      List.of(
          "fsync=on",
          "synchronous_commit=on",
          "full_page_writes=on",
          "timezone=UTC",
          "log_timezone=UTC",
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "max_connections=120",
          "shared_buffers=384MB",
          "effective_cache_size=2GB",
          "work_mem=16MB",
          "maintenance_work_mem=128MB",
          "max_wal_size=2GB",
          "checkpoint_timeout=10min",
          "random_page_cost=1.1",
          "log_min_duration_statement=2000",
          "logging_collector=off",
          "log_destination=stderr");

  private final Path softwareFolder;
  private final Path data;
  private final Path secrets;
  private final int port;
  private Path software;
  private String administratorPassword;
  private String password;

  private volatile boolean inItsOwnWay;

  PostgresqlServer(Path softwareFolder, Home home, int port) {
    this.softwareFolder = softwareFolder;
    this.data = home.data(ComponentName.POSTGRESQL);
    this.secrets = home.secrets();
    this.port = port;
  }

  @Override
  public ComponentName name() {
    return ComponentName.POSTGRESQL;
  }

  /** Password of the application's role; made once for this home. */
  String password() throws IOException {
    if (password == null) {
      password = Secret.readOrCreate(secrets.resolve("database-password"));
    }
    return password;
  }

  String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
  }

  @Override
  public void hear(String line) {
    if (line.contains(STILL_THERE)) {
      inItsOwnWay = true;
    }
  }

  @Override
  public boolean isInItsOwnWay() {
    return inItsOwnWay;
  }

  @Override
  public void prepare() throws IOException {
    inItsOwnWay = false;
    software = PostgresqlSoftware.unpack(softwareFolder);
    Path administratorFile = secrets.resolve("database-administrator-password");
    administratorPassword = Secret.readOrCreate(administratorFile);
    password();
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      initialise(administratorFile);
    }
    // The home is ours alone and no process of an earlier start is left, so the note of its
    // process id says nothing; the id may belong to somebody else by now.
    Files.deleteIfExists(data.resolve("postmaster.pid"));
  }

  @Override
  public Command command() {
    List<String> line = new ArrayList<>();
    line.addAll(List.of(software.resolve("bin/postgres").toString(), "-D", data.toString()));
    line.addAll(List.of("-p", Integer.toString(port)));
    for (String setting : SETTINGS) {
      line.addAll(List.of("-c", setting));
    }
    try {
      // INT is PostgreSQL's fast shutdown: sessions are ended, data is flushed.
      return new Command(
          Unprivileged.wrap(line), Map.of("LC_ALL", "C"), data, "INT", Duration.ofSeconds(20));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public boolean isReady() {
    try (Connection connection = connectAsAdministrator()) {
      return connection.isValid(2);
    } catch (SQLException notYet) {
      return false;
    }
  }

  @Override
  public void completeStart() {
    try (Connection connection = connectAsAdministrator();
        Statement statement = connection.createStatement()) {
      assertSettings(statement);
      if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + USER + "'")) {
        // The password has only letters, digits, - and _.
        statement.execute("CREATE ROLE " + USER + " LOGIN PASSWORD '" + password + "'");
      }
      if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
        statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + USER);
      }
    } catch (SQLException e) {
      throw new PlatformException(
          "Không chuẩn bị được cơ sở dữ liệu: " + e.getMessage(),
          "the database could not be set up: " + e.getMessage(),
          e);
    }
  }

  private void initialise(Path administratorFile) throws IOException {
    Folders.delete(data);
    Files.createDirectories(data.getParent());
    Path log = Files.createTempFile(data.getParent(), "initdb", ".log");
    List<String> line =
        List.of(
            software.resolve("bin/initdb").toString(),
            "--pgdata=" + data,
            "--username=" + ADMINISTRATOR,
            "--pwfile=" + administratorFile,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            // The same order and case rules on every machine, whatever locales it has.
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8");
    ProcessBuilder initdb = new ProcessBuilder(Unprivileged.wrap(line));
    initdb.redirectErrorStream(true).redirectOutput(log.toFile());
    try {
      if (initdb.start().waitFor() != 0) {
        throw new IOException("initdb failed: " + Files.readString(log).strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      Files.deleteIfExists(log);
    }
  }

  private Connection connectAsAdministrator() throws SQLException {
    Properties properties = new Properties();
    properties.put("user", ADMINISTRATOR);
    properties.put("password", administratorPassword);
    properties.put("connectTimeout", "2");
    properties.put("loginTimeout", "2");
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", properties);
  }

  private static void assertSettings(Statement statement) throws SQLException {
    for (Map.Entry<String, String> setting : ASSERTED.entrySet()) {
      try (ResultSet row = statement.executeQuery("SHOW " + setting.getKey())) {
        row.next();
        String actual = row.getString(1);
        if (!setting.getValue().equals(actual)) {
          throw new PlatformException(
              "PostgreSQL có " + setting.getKey() + "=" + actual + ", cần " + setting.getValue(),
              "PostgreSQL has " + setting.getKey() + "=" + actual + ", not " + setting.getValue());
        }
      }
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }
}
