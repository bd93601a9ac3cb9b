package vn.motcua.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The Kafka broker (KRaft, one node), which keeps every record for ever. */
final class KafkaServer implements Server {
  private final Path data;
  private final int port;
  private final int controllerPort;

  KafkaServer(Home home, int port, int controllerPort) {
    this.data = home.data(ComponentName.KAFKA);
    this.port = port;
    this.controllerPort = controllerPort;
  }

  @Override
  public ComponentName name() {
    return ComponentName.KAFKA;
  }

  String bootstrap() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void prepare() throws IOException {
    Files.createDirectories(data);
    try (OutputStream output = Files.newOutputStream(settingsFile())) {
      settings().store(output, "Written at every start");
    }
  }

  @Override
  public Command command() {
    List<String> jvm =
        List.of("-Xms128m", "-Xmx384m", "-XX:+UseSerialGC", "-XX:MaxDirectMemorySize=128m");
    List<String> line =
        JavaProgram.line(jvm, KafkaBroker.class.getName(), settingsFile().toString());
    return new Command(line, Map.of(), data, "TERM", Duration.ofSeconds(15));
  }

  @Override
  public boolean isReady() {
    return BrokerTopics.areReachable(bootstrap());
  }

  @Override
  public void completeStart() {
    BrokerTopics.create(bootstrap());
  }

  private Path settingsFile() {
    return data.resolve("server.properties");
  }

  private Properties settings() {
    Properties settings = new Properties();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put("log.dirs", data.resolve("log").toString());
    settings.put(
        "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
    settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    // The log in Kafka is the source of the figures and is never trimmed.
    settings.put("log.retention.ms", "-1");
    // A misspelt topic is an error, not a new topic.
    settings.put("auto.create.topics.enable", "false");
    settings.put("num.partitions", "4");
    settings.put("offsets.topic.num.partitions", "4");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("transaction.state.log.num.partitions", "4");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    settings.put("group.initial.rebalance.delay.ms", "0");
    // The cleaner's default buffer of 128 MB is a third of this broker's heap.
    settings.put("log.cleaner.dedupe.buffer.size", "4194304");
    return settings;
  }
}
