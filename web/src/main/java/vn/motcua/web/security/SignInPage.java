package vn.motcua.web.security;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.audit.AuditTrail;
import vn.motcua.identity.DemoAccount;
import vn.motcua.identity.DemoAccounts;
import vn.motcua.identity.IdentityFailure;
import vn.motcua.identity.SignIn;
import vn.motcua.web.layout.Notation;
import vn.motcua.web.layout.Words;

/**
 * The sign-in page (đăng nhập). A plain form without a view: it may stand open for days and still
 * works. That the form is ours is known by the request's origin ({@link SameOrigin}).
 */
@Named
@RequestScoped
public class SignInPage {

  static final String PATH = "/sign-in";

  @Inject private HttpServletRequest request;
  @Inject private SignInDesk desk;
  @Inject private Words words;
  @EJB private DemoAccounts demoAccounts;
  @EJB private AuditTrail trail;

  private String error;
  private List<DemoAccount> demo;

  /**
   * Called before the page is written: does what the form asks, or leads on who needs no sign-in.
   */
  public void arrive() throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    response(faces).setHeader("Cache-Control", "no-store");
    if ("POST".equals(request.getMethod())) {
      attempt(faces);
    } else if (request.getUserPrincipal() != null) {
      leadOn(faces);
    }
  }

  private void attempt(FacesContext faces) throws IOException {
    Optional<DemoAccount> chosen = chosenDemo();
    String login = chosen.map(DemoAccount::login).orElse(parameter("login"));
    char[] password = chosen.map(DemoAccount::password).orElse(parameter("password")).toCharArray();
    if (login.isBlank() || password.length == 0) {
      refuse(faces, 422, words.of("sign-in.missing"));
      return;
    }
    Optional<SignIn> answer = desk.verify(login, password, request);
    Arrays.fill(password, '\0');
    if (answer.isEmpty()) {
      refuse(faces, 429, words.of("sign-in.too-many"));
    } else if (answer.get() instanceof SignIn.Accepted accepted) {
      SignedInSession.begin(request, accepted.account().login());
      // The request itself is still nobody's: the session counts from the next one on.
      trail.recordApart("identity.sign-in", "account " + accepted.account().id(), Map.of());
      leadOn(faces);
    } else if (answer.get() instanceof SignIn.Locked locked) {
      String until = words.getNotation().second(locked.until(), Notation.CITY);
      refuse(faces, 403, words.of("sign-in.locked", until));
    } else {
      refuse(faces, 403, words.of("sign-in.wrong"));
    }
  }

  private void leadOn(FacesContext faces) {
    HttpServletResponse response = response(faces);
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", getReturnAddress());
    faces.responseComplete();
  }

  private void refuse(FacesContext faces, int status, String message) {
    error = message;
    response(faces).setStatus(status);
  }

  /** What went wrong, or null. */
  public String getError() {
    return error;
  }

  /** Why the page is shown to who had been somewhere: a key of the texts, or null. */
  public String getReason() {
    if (error != null) {
      return null;
    }
    if (request.getParameter("ended") != null) {
      return "sign-in.ended";
    }
    return request.getParameter("out") != null ? "sign-in.out" : null;
  }

  /** What was typed as login: kept for another try. */
  public String getLogin() {
    return parameter("login");
  }

  /** Where it goes on afterwards. */
  public String getReturnAddress() {
    return ReturnAddress.of(request.getParameter(ReturnAddress.PARAMETER));
  }

  /** The address that the form is sent to; it keeps where to go on. */
  public String getAddress() {
    return ReturnAddress.signInFor(getReturnAddress(), false);
  }

  /** The accounts of the demo, on the machine that runs it; else none. */
  public List<DemoAccount> getDemo() {
    if (demo == null) {
      demo = demo();
    }
    return demo;
  }

  private List<DemoAccount> demo() {
    if (!Caller.of(request).onThisMachine()) {
      return List.of();
    }
    try {
      return demoAccounts.list();
    } catch (IdentityFailure.NoDemo e) {
      return List.of();
    }
  }

  private Optional<DemoAccount> chosenDemo() {
    String wanted = request.getParameter("demo");
    return wanted == null
        ? Optional.empty()
        : getDemo().stream().filter(account -> account.login().equals(wanted)).findFirst();
  }

  private String parameter(String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value;
  }

  private static HttpServletResponse response(FacesContext faces) {
    return (HttpServletResponse) faces.getExternalContext().getResponse();
  }
}
