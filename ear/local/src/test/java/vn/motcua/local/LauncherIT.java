package vn.motcua.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lives and deaths of the launcher, with PostgreSQL and Kafka as its servers. */
class LauncherIT {
  private static final String TOPIC = "dossier-events";

  /** Below the range that the system gives to outgoing connections. */
  private static final int PORT_BASE = 21_400;

  private final Path home =
      Path.of(System.getProperty("motcua.homes"), "launcher-" + UUID.randomUUID(), "home");
  private final Map<String, String> environment =
      Map.of(
          "MOTCUA_PORT_BASE", Integer.toString(PORT_BASE),
          "MOTCUA_HTTP_PORT", Integer.toString(PORT_BASE + 80));
  private final String bootstrap = "127.0.0.1:" + Ports.above(PORT_BASE, 0).kafka();

  @AfterEach
  void leaveNothing() throws IOException {
    LauncherProcess launcher = LauncherProcess.start(home, Map.of("MOTCUA_PORT_BASE", "x"));
    launcher.awaitEnd();
    launcher.processes().forEach(ProcessHandle::destroyForcibly);
    launcher.awaitNothingLeft();
    Folders.delete(home.getParent());
  }

  @Test
  void losesNothingWhenItIsKilledAndNothingStaysWhenItIsEnded() throws Exception {
    LauncherProcess first = LauncherProcess.start(home, environment);
    first.awaitReady();
    write();

    LauncherProcess second = LauncherProcess.start(home, environment);
    assertThat(second.awaitEnd()).isEqualTo(1);
    assertThat(second.text().lines()).singleElement().asString().contains("MOTCUA_HOME");

    first.server(ComponentName.POSTGRESQL).destroyForcibly();
    first.awaitLine("PostgreSQL is back");
    assertThat(rows()).isEqualTo(1);

    first.process().destroyForcibly();
    first.awaitNothingLeft();

    LauncherProcess third = LauncherProcess.start(home, environment);
    third.awaitReady();
    assertThat(rows()).isEqualTo(1);
    assertThat(records()).isEqualTo(1);

    third.process().destroy();
    third.awaitEnd();
    assertThat(third.text()).contains("stopped");
    assertThat(third.processes()).isEmpty();
  }

  @Test
  void endsServersThatOutlivedTheirGuardians() throws Exception {
    LauncherProcess first = LauncherProcess.start(home, environment);
    first.awaitReady();
    write();
    ProcessHandle database = first.server(ComponentName.POSTGRESQL);
    ProcessHandle broker = first.server(ComponentName.KAFKA);
    List<ProcessHandle> guardians =
        List.of(database.parent().orElseThrow(), broker.parent().orElseThrow());
    // It stands still, so that it starts nothing again; dead at once, its servers would be ended by
    // whoever of their watchers is quicker than this test.
    long launcher = first.process().pid();
    assertThat(new ProcessBuilder("kill", "-STOP", "" + launcher).start().waitFor()).isZero();
    guardians.stream().flatMap(ProcessHandle::children).forEach(LauncherIT::killWatcher);
    guardians.forEach(ProcessHandle::destroyForcibly);
    first.process().destroyForcibly();
    assertThat(List.of(database, broker)).anyMatch(ProcessHandle::isAlive);
    // Its lock on the home goes with the process, a moment after the signal.
    first.process().waitFor();

    LauncherProcess second = LauncherProcess.start(home, environment);
    second.awaitReady();
    assertThat(List.of(database, broker)).noneMatch(ProcessHandle::isAlive);
    assertThat(rows()).isEqualTo(1);
    assertThat(records()).isEqualTo(1);
    second.process().destroy();
    second.awaitNothingLeft();
  }

  /**
   * Ctrl-C. A shell's background job is born deaf to INT, so the launcher is given its ears back.
   */
  @Test
  void endsWhenItIsInterrupted() throws Exception {
    LauncherProcess launcher =
        LauncherProcess.start(home, environment, "env", "--default-signal=INT");
    launcher.awaitReady();
    write();
    long pid = launcher.process().pid();
    assertThat(new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor()).isZero();
    assertThat(launcher.awaitEnd()).isEqualTo(130);
    assertThat(launcher.text()).contains("stopped");
    assertThat(launcher.processes()).isEmpty();
  }

  @Test
  void endsWithItsParent() throws Exception {
    LauncherProcess shell =
        LauncherProcess.start(home, environment, "sh", "-c", "\"$@\" & wait", "parent");
    shell.awaitReady();
    shell.process().destroyForcibly();
    shell.awaitNothingLeft();
  }

  @Test
  void refusesAPortInUseBeforeAnythingStarts() throws Exception {
    int port = Ports.above(PORT_BASE, 0).kafka();
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      LauncherProcess launcher = LauncherProcess.start(home, environment);
      assertThat(launcher.awaitEnd()).isEqualTo(1);
      assertThat(launcher.text().lines())
          .singleElement()
          .asString()
          .startsWith("ERROR ")
          .contains(Integer.toString(taken.getLocalPort()), "MOTCUA_PORT_BASE");
      assertThat(home.resolve("postgresql")).doesNotExist();
    }
  }

  @Test
  void refusesAHomeThatCannotBeWritten() throws Exception {
    Files.createDirectories(home.getParent());
    Path file = Files.createTempFile(home.getParent(), "not-a", "-folder");
    LauncherProcess launcher = LauncherProcess.start(home, Map.of("MOTCUA_HOME", file.toString()));
    assertThat(launcher.awaitEnd()).isEqualTo(1);
    assertThat(launcher.text().lines()).singleElement().asString().contains("MOTCUA_HOME");
  }

  /** Everything below a guardian but the server itself is its watcher. */
  private static void killWatcher(ProcessHandle child) {
    if (child.info().command().orElse("").endsWith("sh")) {
      child.destroyForcibly();
    }
  }

  private void write() throws SQLException, IOException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE kept (id int)");
      statement.execute("INSERT INTO kept VALUES (1)");
    }
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "acks", "all");
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(TOPIC, "key", "kept"));
    }
  }

  private int rows() throws SQLException, IOException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM kept")) {
      row.next();
      return row.getInt(1);
    }
  }

  private long records() {
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap);
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          IntStream.range(0, BrokerTopics.PARTITIONS)
              .mapToObj(number -> new TopicPartition(TOPIC, number))
              .toList();
      return consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
    }
  }

  private Connection connect() throws SQLException, IOException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + Ports.above(PORT_BASE, 0).postgresql() + "/motcua",
        "motcua",
        Files.readString(home.resolve("secrets/database-password")));
  }
}
