package vn.motcua.web.citizen;

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
import vn.motcua.web.security.RequestRate;

/**
 * Around the pages that nobody signs in for: no address may try tokens quickly, and the token in
 * the address is told to nobody, kept by nobody, found by no search engine.
 */
@WebFilter(
    urlPatterns = {
      "/track",
      "/track.xhtml",
      "/rate",
      "/rate.xhtml",
      "/pakn",
      "/pakn.xhtml",
      "/pakn-answers",
      "/pakn-answers.xhtml",
      "/petition-outcomes",
      "/petition-outcomes.xhtml"
    })
public class PublicPages extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private static final int PER_SECOND = 2;
  private static final int BURST = 40;
  private static final String TURNED_AWAY =
      "Máy của bạn hỏi quá nhiều lần trong một lúc. Hãy chờ một phút rồi tải lại trang."
          + " | Too many requests from your address. Wait a minute, then reload.";

  @Inject private transient InstantSource clock;

  private transient RequestRate rate;

  @Override
  public void init() {
    rate = new RequestRate(PER_SECOND, BURST);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!rate.permits(request.getRemoteAddr(), clock.instant())) {
      response.setStatus(429);
      response.setHeader("Retry-After", "60");
      response.setContentType("text/plain;charset=UTF-8");
      response.getOutputStream().write(TURNED_AWAY.getBytes(StandardCharsets.UTF_8));
      return;
    }
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cache-Control", "no-store");
    chain.doFilter(request, response);
  }
}
