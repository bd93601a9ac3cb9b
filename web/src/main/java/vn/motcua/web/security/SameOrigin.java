package vn.motcua.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a request that changes something was sent by a page of ours. A browser adds the session's
 * cookie whoever makes it call us; it also tells, in headers that no script can set, which site
 * that was.
 *
 * @param method of HTTP
 * @param upgrade to a WebSocket, which cookies open too
 * @param host and port that the request was sent to
 * @param site the header {@code Sec-Fetch-Site}; null where the browser is old or the program none
 * @param origin the header {@code Origin}, or null
 * @param byCookie the request would act for the person of a session
 */
record SameOrigin(
    String method, boolean upgrade, String host, String site, String origin, boolean byCookie) {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  static SameOrigin of(HttpServletRequest request, boolean byCookie) {
    return new SameOrigin(
        request.getMethod(),
        "websocket".equalsIgnoreCase(request.getHeader("Upgrade")),
        request.getHeader("Host"),
        request.getHeader("Sec-Fetch-Site"),
        request.getHeader("Origin"),
        byCookie);
  }

  /** False: turn it away. */
  boolean holds() {
    if (READING.contains(method) && !upgrade) {
      return true;
    }
    // A WebSocket's request tells its origin in every browser, its site not in all.
    if (site != null) {
      return site.equals("same-origin") || (site.equals("none") && !upgrade);
    }
    if (origin != null) {
      return host != null && authority(origin).equals(host.toLowerCase(Locale.ROOT));
    }
    return !byCookie;
  }

  /** The scheme is left out: behind a proxy that ends TLS, ours is not the browser's. */
  private static String authority(String origin) {
    int start = origin.indexOf("://");
    return start < 0 ? "" : origin.substring(start + 3).toLowerCase(Locale.ROOT);
  }
}
