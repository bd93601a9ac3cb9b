package vn.motcua.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/**
 * The session of a person who has signed in. It holds the login only: roles and whether the account
 * is still enabled are looked up with every request.
 */
final class SignedInSession {

  private static final String LOGIN = SignedInSession.class.getName();

  private SignedInSession() {}

  /** The login of the request's session; empty where nobody signed in, or it has ended. */
  static Optional<String> login(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null
        ? Optional.empty()
        : Optional.ofNullable((String) session.getAttribute(LOGIN));
  }

  /**
   * Begins a session with an id that nobody knew before (session fixation) and nothing of the one
   * before in it.
   */
  static void begin(HttpServletRequest request, String login) {
    end(request);
    HttpSession session = request.getSession(true);
    request.changeSessionId();
    session.setAttribute(LOGIN, login);
  }

  static void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  /** The browser brings the id of a session that is no more. */
  static boolean hasEnded(HttpServletRequest request) {
    return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
  }
}
