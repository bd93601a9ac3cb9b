package vn.motcua.web.rest;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** Who calls, as it is kept and shown: the login alone, not how somebody signed in with it. */
final class Login {

  private Login() {}

  /** Empty where nobody is signed in. */
  static String of(SecurityContext security) {
    Principal principal = security.getUserPrincipal();
    return principal == null ? "" : principal.getName();
  }
}
