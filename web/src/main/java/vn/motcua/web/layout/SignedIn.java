package vn.motcua.web.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;

/** Who is signed in (người dùng). What an account may do is checked again in the services. */
@Named
@RequestScoped
public class SignedIn {

  @Inject private HttpServletRequest request;

  /** The account's login, or null. */
  public String getLogin() {
    Principal principal = request.getUserPrincipal();
    return principal == null ? null : principal.getName();
  }

  public boolean isAdministrator() {
    return request.isUserInRole("ADMINISTRATOR");
  }
}
