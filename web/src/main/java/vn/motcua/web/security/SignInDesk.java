package vn.motcua.web.security;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Optional;
import vn.motcua.identity.AccountService;
import vn.motcua.identity.SignIn;

/**
 * Where passwords are checked, for screens and interface alike. An address from which too many
 * wrong ones came is turned away before anything is computed, whatever account it tries; right ones
 * do not count, for a whole office may share one address.
 */
@ApplicationScoped
public class SignInDesk {

  private static final double WRONG_PER_SECOND = 1.0 / 6;
  private static final int WRONG_AT_ONCE = 20;

  @EJB private AccountService accounts;
  @Inject private InstantSource clock;

  private final RequestRate wrong = new RequestRate(WRONG_PER_SECOND, WRONG_AT_ONCE);

  /** The answer; empty where the address must wait. */
  Optional<SignIn> verify(String login, char[] password, HttpServletRequest request) {
    String address = request.getRemoteAddr();
    if (!wrong.wouldPermit(address, clock.instant())) {
      return Optional.empty();
    }
    SignIn answer = accounts.verify(login, password, address);
    if (!(answer instanceof SignIn.Accepted)) {
      wrong.permits(address, clock.instant());
    }
    return Optional.of(answer);
  }
}
