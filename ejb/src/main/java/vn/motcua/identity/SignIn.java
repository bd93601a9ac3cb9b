package vn.motcua.identity;

import java.time.Instant;

/** How an attempt to sign in ended. To the person all refusals but a lock look the same. */
public sealed interface SignIn {

  record Accepted(Account account) implements SignIn {}

  /** No such login, a wrong password, or an account that is switched off. */
  record Refused() implements SignIn {}

  /** Too many wrong passwords: nothing is checked until then. */
  record Locked(Instant until) implements SignIn {}
}
