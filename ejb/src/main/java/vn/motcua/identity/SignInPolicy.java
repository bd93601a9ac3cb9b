package vn.motcua.identity;

import java.time.Duration;

/**
 * When guessing is stopped.
 *
 * @param attempts wrong passwords in a row after which the account is locked
 * @param lock how long it stays locked
 * @param newSignInAfter with Basic authentication every request signs in; one that follows the last
 *     within this time is not recorded as a new one
 */
public record SignInPolicy(int attempts, Duration lock, Duration newSignInAfter) {

  /** The application's choice; no rule prescribes numbers. */
  public static final SignInPolicy STANDARD =
      new SignInPolicy(5, Duration.ofMinutes(15), Duration.ofMinutes(30));
}
