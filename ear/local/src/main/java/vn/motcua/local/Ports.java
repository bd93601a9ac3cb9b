package vn.motcua.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * TCP ports of the platform. All but {@code http} are for the components among themselves and are
 * bound to the loopback address only.
 */
public record Ports(
    int http,
    int postgresql,
    int kafka,
    int kafkaController,
    int payaraAdmin,
    int payaraGrid,
    int payaraObjectBroker) {

  /** The fixed layout above one base, for a platform that people use. */
  public static Ports above(int base, int http) {
    return new Ports(http, base, base + 1, base + 2, base + 3, base + 4, base + 5);
  }

  /** Ports that were free a moment ago, for tests that run beside anything else. */
  public static Ports free() {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < 7; i++) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      int[] port = held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
      return new Ports(port[0], port[1], port[2], port[3], port[4], port[5], port[6]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      for (ServerSocket socket : held) {
        close(socket);
      }
    }
  }

  /** Every port by the name of what listens there, with the public one first. */
  Map<String, Integer> named() {
    Map<String, Integer> all = new LinkedHashMap<>();
    all.put("HTTP", http);
    all.put("PostgreSQL", postgresql);
    all.put("Kafka", kafka);
    all.put("Kafka controller", kafkaController);
    all.put("Payara admin", payaraAdmin);
    all.put("Payara data grid", payaraGrid);
    all.put("Payara object broker", payaraObjectBroker);
    return all;
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
