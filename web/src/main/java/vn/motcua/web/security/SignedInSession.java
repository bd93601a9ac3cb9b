package vn.motcua.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The session of a person who has signed in. It holds the login only: roles and whether the account
 * is still enabled are looked up with every request.
 */
final class SignedInSession {

  private static final String LOGIN = SignedInSession.class.getName();

  /**
   * A page that asks by itself, every few seconds, would keep its session alive for ever. Its
   * script tells with each request for how many seconds nobody has touched the page.
   */
  private static final String IDLE = "Motcua-Idle";

  /** Nobody works longer without signing in again: a session left on a machine ends overnight. */
  private static final Duration LONGEST = Duration.ofHours(12);

  private SignedInSession() {}

  /** The login of the request's session; empty where nobody signed in, or it has ended. */
  static Optional<String> login(HttpServletRequest request, Instant now) {
    HttpSession session = request.getSession(false);
    if (session == null || session.getAttribute(LOGIN) == null) {
      return Optional.empty();
    }
    Instant end = Instant.ofEpochMilli(session.getCreationTime()).plus(LONGEST);
    if (!now.isBefore(end) || untouched(request) >= session.getMaxInactiveInterval()) {
      session.invalidate();
      return Optional.empty();
    }
    return Optional.of((String) session.getAttribute(LOGIN));
  }

  /** Seconds; 0 where the request does not tell. */
  private static int untouched(HttpServletRequest request) {
    String seconds = request.getHeader(IDLE);
    return seconds != null && seconds.matches("\\d{1,9}") ? Integer.parseInt(seconds) : 0;
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
