package vn.motcua.audit;

import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * In whose name the present thread works where no request brought a person: set by the few that
 * play people, and asked for by access control and audit trail alike, so that both see the same.
 */
public final class ActingLogin {

  private static final ThreadLocal<String> LOGIN = new ThreadLocal<>();

  private ActingLogin() {}

  /** The login, or empty where the request's own principal counts. */
  public static Optional<String> present() {
    return Optional.ofNullable(LOGIN.get());
  }

  /** Does the work in a person's name. Who calls this has made sure that it may. */
  public static <T> T call(String login, Callable<T> work) throws Exception {
    String before = LOGIN.get();
    LOGIN.set(login);
    try {
      return work.call();
    } finally {
      if (before == null) {
        LOGIN.remove();
      } else {
        LOGIN.set(before);
      }
    }
  }
}
