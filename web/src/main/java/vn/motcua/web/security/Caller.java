package vn.motcua.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/**
 * From where a request comes.
 *
 * @param address of the connection's other end
 * @param serverName the host that the caller asked for
 * @param forwarded a proxy says that it speaks for someone else
 */
public record Caller(String address, String serverName, boolean forwarded) {

  private static final Set<String> LOOPBACK =
      Set.of("127.0.0.1", "::1", "0:0:0:0:0:0:0:1", "[::1]", "[0:0:0:0:0:0:0:1]");

  public static Caller of(HttpServletRequest request) {
    boolean forwarded =
        request.getHeader("Forwarded") != null || request.getHeader("X-Forwarded-For") != null;
    return new Caller(request.getRemoteAddr(), request.getServerName(), forwarded);
  }

  /**
   * True for a program or browser on this very machine. The name asked for counts too: a page from
   * elsewhere can make a browser here call us under its own name.
   */
  public boolean onThisMachine() {
    boolean localName = "localhost".equalsIgnoreCase(serverName) || LOOPBACK.contains(serverName);
    return LOOPBACK.contains(address) && localName && !forwarded;
  }
}
