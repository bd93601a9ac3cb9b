package vn.motcua.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortCheckTest {
  private static final String LOOPBACK = "127.0.0.1";

  @Test
  void namesTheHttpPortAndItsVariable() throws IOException {
    Ports free = Ports.free();
    try (ServerSocket taken = listen(free.http())) {
      assertThatThrownBy(() -> new PortCheck(free, LOOPBACK).require(ComponentName.PAYARA))
          .isInstanceOf(PlatformException.class)
          .hasMessageContaining(Integer.toString(taken.getLocalPort()))
          .hasMessageContaining("MOTCUA_HTTP_PORT")
          .hasMessageNotContaining("\n");
    }
  }

  @Test
  void namesAnInternalPortAndTheBase() throws IOException {
    Ports free = Ports.free();
    try (ServerSocket taken = listen(free.kafkaController())) {
      assertThatThrownBy(() -> new PortCheck(free, LOOPBACK).require(ComponentName.KAFKA))
          .hasMessageContaining(Integer.toString(taken.getLocalPort()))
          .hasMessageContaining("MOTCUA_PORT_BASE");
    }
  }

  @Test
  void letsFreePortsPass() {
    PortCheck check = new PortCheck(Ports.free(), LOOPBACK);
    for (ComponentName name : ComponentName.values()) {
      assertThatCode(() -> check.require(name)).doesNotThrowAnyException();
    }
  }

  private static ServerSocket listen(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getByName(LOOPBACK));
  }
}
