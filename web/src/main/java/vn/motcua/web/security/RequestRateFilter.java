package vn.motcua.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Turns away an address that asks the interface too often, before anything else is done. Per node
 * and in memory: it protects the server, it is no quota.
 */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true)
public class RequestRateFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private static final String TURNED_AWAY =
      """
      {"type":"urn:motcua:problem:request.too-many","title":"Quá nhiều yêu cầu","status":429,\
      "code":"request.too-many","detail":"Địa chỉ này gửi quá nhiều yêu cầu trong một giây. Hãy chờ \
      một giây rồi gửi tiếp. | Too many requests from this address. Wait a second."}""";

  @Inject private transient InstantSource clock;

  @Inject
  @ConfigProperty(name = "motcua.rate.per-second", defaultValue = "500")
  private int perSecond;

  @Inject
  @ConfigProperty(name = "motcua.rate.burst", defaultValue = "2000")
  private int burst;

  private transient RequestRate rate;

  @Override
  public void init() {
    rate = new RequestRate(perSecond, burst);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (rate.permits(request.getRemoteAddr(), clock.instant())) {
      chain.doFilter(request, response);
      return;
    }
    response.setStatus(429);
    response.setHeader("Retry-After", "1");
    response.setContentType("application/problem+json");
    response.getOutputStream().write(TURNED_AWAY.getBytes(StandardCharsets.UTF_8));
  }
}
