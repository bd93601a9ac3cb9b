package vn.motcua.web.layout;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/**
 * Keeps the language that someone chose in a cookie, and takes the choice out of the address, so
 * that an address passed on does not change another person's language.
 */
@WebFilter("/*")
public class LanguageChoice extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String query = request.getQueryString();
    String chosen = query == null ? null : Language.chosenIn(query);
    if (chosen == null || !"GET".equals(request.getMethod())) {
      chain.doFilter(request, response);
      return;
    }
    Cookie cookie = new Cookie(Language.COOKIE, chosen);
    cookie.setPath("/");
    cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
    String rest = Language.without(query);
    response.sendRedirect(request.getRequestURI() + (rest.isEmpty() ? "" : "?" + rest));
  }
}
