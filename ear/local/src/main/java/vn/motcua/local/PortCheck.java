package vn.motcua.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds out before anything starts whether the ports are free. */
final class PortCheck {
  private final Ports ports;
  private final String httpAddress;

  PortCheck(Ports ports, String httpAddress) {
    this.ports = ports;
    this.httpAddress = httpAddress;
  }

  /**
   * Requires the ports of one component.
   *
   * @throws PlatformException naming the port and the variable that moves it
   */
  void require(ComponentName name) {
    switch (name) {
      case POSTGRESQL -> internal("PostgreSQL", ports.postgresql());
      case KAFKA -> {
        internal("Kafka", ports.kafka());
        internal("Kafka controller", ports.kafkaController());
      }
      case PAYARA -> {
        requireFree("HTTP", ports.http(), httpAddress, "MOTCUA_HTTP_PORT");
        internal("Payara admin", ports.payaraAdmin());
        internal("Payara object broker", ports.payaraObjectBroker());
      }
      case FLINK -> {
        // The job opens no port of a fixed number.
      }
    }
  }

  private void internal(String title, int port) {
    requireFree(title, port, "127.0.0.1", "MOTCUA_PORT_BASE");
  }

  private static void requireFree(String title, int port, String address, String variable) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(address))) {
      socket.getLocalPort();
    } catch (IOException e) {
      throw new PlatformException(
          "Cổng " + port + " (" + title + ") đang được dùng; đặt " + variable + " sang số khác",
          "port " + port + " (" + title + ") is in use; set " + variable + " to another number",
          e);
    }
  }
}
