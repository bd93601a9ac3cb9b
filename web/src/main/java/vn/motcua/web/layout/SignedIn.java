package vn.motcua.web.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import java.security.Principal;
import java.util.stream.Stream;

/** Who is signed in (người dùng). What an account may do is checked again in the services. */
@Named
@RequestScoped
public class SignedIn {

  /** The account's login, or null. */
  public String getLogin() {
    Principal principal = external().getUserPrincipal();
    return principal == null ? null : principal.getName();
  }

  public boolean isAdministrator() {
    return has("ADMINISTRATOR");
  }

  /**
   * Whether the account has a role, so that nobody is offered what they may not do. False on error
   * pages: by then the server no longer knows the application's roles.
   *
   * @param role as {@code CLERK}
   */
  public boolean has(String role) {
    boolean failed = external().getRequestMap().get(RequestDispatcher.ERROR_REQUEST_URI) != null;
    return !failed && external().isUserInRole(role);
  }

  /** Whether the leadership's board is for this account. False on error pages, as above. */
  public boolean isLeading() {
    return hasAny("LEADER", "BRANCH_DIRECTOR", "REPORTER", "ADMINISTRATOR", "AUDITOR");
  }

  /** Whether what people say (ý kiến) is read by this account. False on error pages, as above. */
  public boolean isHearing() {
    return hasAny("CLERK", "OFFICER", "BRANCH_DIRECTOR", "LEADER", "REPORTER", "AUDITOR");
  }

  private boolean hasAny(String... roles) {
    return Stream.of(roles).anyMatch(this::has);
  }

  private static ExternalContext external() {
    return FacesContext.getCurrentInstance().getExternalContext();
  }
}
