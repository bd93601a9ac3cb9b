package vn.motcua.web.leadership;

import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Lets pages of this very site open a socket, nobody else's: browsers send their cookies along
 * whoever's page asks. Who is no browser names no origin.
 */
public class SameOriginHandshake extends ServerEndpointConfig.Configurator {

  private static final String REFUSED = "motcua.refused-origin";

  @Override
  public void modifyHandshake(
      ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
    Map<String, List<String>> headers = request.getHeaders();
    String origin = first(headers, "origin");
    String host = first(headers, "host");
    if (origin != null && !sameHost(origin, host)) {
      throw new IllegalStateException(REFUSED + " " + origin);
    }
  }

  static boolean sameHost(String origin, String host) {
    try {
      return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String first(Map<String, List<String>> headers, String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name) && !header.getValue().isEmpty())
        .map(header -> header.getValue().getFirst())
        .findFirst()
        .orElse(null);
  }
}
