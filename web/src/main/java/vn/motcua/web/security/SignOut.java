package vn.motcua.web.security;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import vn.motcua.audit.AuditTrail;

/** Ends the session (đăng xuất). Only by a button: a link could be followed by a script. */
@WebServlet(SignOut.PATH)
public class SignOut extends HttpServlet {

  static final String PATH = "/sign-out";

  private static final long serialVersionUID = 1L;

  @EJB private transient AuditTrail trail;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getUserPrincipal() != null) {
      trail.record("identity.sign-out", "", Map.of());
    }
    SignedInSession.end(request);
    // Else the next visit would be told that a session had run out.
    Cookie cookie = new Cookie(request.getServletContext().getSessionCookieConfig().getName(), "");
    cookie.setPath("/");
    cookie.setMaxAge(0);
    cookie.setHttpOnly(true);
    response.addCookie(cookie);
    response.setHeader("Clear-Site-Data", "\"cache\"");
    response.sendRedirect(SignInPage.PATH + "?out=true");
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendRedirect(ReturnAddress.HOME);
  }
}
