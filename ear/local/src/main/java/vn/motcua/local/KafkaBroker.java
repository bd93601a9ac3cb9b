package vn.motcua.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** Main class of the broker's own process: one KRaft node that is broker and controller. */
final class KafkaBroker {
  private KafkaBroker() {}

  public static void main(String[] arguments) throws IOException {
    Path settings = Path.of(arguments[0]);
    Properties properties = new Properties();
    try (InputStream input = Files.newInputStream(settings)) {
      properties.load(input);
    }
    Path logFolder = Path.of(properties.getProperty("log.dirs"));
    if (!Files.exists(logFolder.resolve("meta.properties"))) {
      String clusterId = Uuid.randomUuid().toString();
      String[] format = {"format", "-t", clusterId, "-c", settings.toString()};
      int status = StorageTool.execute(format, System.out);
      if (status != 0) {
        throw new IOException("The storage could not be formatted: status " + status);
      }
    }
    KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "kafka-shutdown"));
    server.startup();
    server.awaitShutdown();
  }
}
