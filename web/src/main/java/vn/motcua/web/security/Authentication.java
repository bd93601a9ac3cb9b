package vn.motcua.web.security;

import jakarta.annotation.security.DeclareRoles;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.motcua.audit.AuditTrail;
import vn.motcua.audit.CallerAddress;
import vn.motcua.identity.Account;
import vn.motcua.identity.AccountService;
import vn.motcua.identity.SignIn;
import vn.motcua.web.layout.Notation;

/**
 * Learns who calls, before anything else of the application is reached. Screens: the session that
 * the sign-in page began; whoever has none is led there, and back afterwards. Interface ({@code
 * /api}): HTTP Basic, or the session where a page of ours asks. Which addresses need no account
 * stands in web.xml; what an account may do is checked in the services.
 */
@ApplicationScoped
@DeclareRoles({
  "CLERK",
  "OFFICER",
  "BRANCH_DIRECTOR",
  "LEADER",
  "REPORTER",
  "ADMINISTRATOR",
  "AUDITOR"
})
public class Authentication implements HttpAuthenticationMechanism {

  private static final String INTERFACE = "/api/";
  private static final String RESOURCES = "/jakarta.faces.resource/";

  @EJB private AccountService accounts;
  @EJB private AuditTrail trail;
  @Inject private SignInDesk desk;
  @Inject private CallerAddress address;
  @Inject private InstantSource clock;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    String path = request.getServletPath() + Optional.ofNullable(request.getPathInfo()).orElse("");
    if (path.startsWith(RESOURCES)) {
      return context.doNothing();
    }
    address.set(request.getRemoteAddr());
    Optional<String> session = SignedInSession.login(request, clock.instant());
    String authorization = request.getHeader("Authorization");
    boolean program = path.startsWith(INTERFACE) && authorization != null;
    if (!SameOrigin.of(request, session.isPresent() && !program).holds()) {
      trail.recordApart("request.foreign-origin", path, Map.of("method", request.getMethod()));
      Refusal.write(request, response, 403, "request.foreign-origin");
      return AuthenticationStatus.SEND_FAILURE;
    }
    if (program) {
      return byPassword(request, response, context, authorization);
    }
    Optional<Account> account = session.flatMap(accounts::find);
    if (account.isPresent()) {
      return let(context, account.get());
    }
    if (!context.isProtected()) {
      return context.doNothing();
    }
    if (path.startsWith(INTERFACE)) {
      challenge(request, response);
      Refusal.write(request, response, 401, "identity.not-signed-in");
      return AuthenticationStatus.SEND_FAILURE;
    }
    return toSignIn(request, response, session.isPresent());
  }

  private AuthenticationStatus byPassword(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpMessageContext context,
      String authorization) {
    Optional<Credentials> given = Credentials.of(authorization);
    if (given.isPresent()) {
      char[] password = given.get().password();
      Optional<SignIn> answer = desk.verify(given.get().login(), password, request);
      Arrays.fill(password, '\0');
      if (answer.isEmpty()) {
        response.setHeader("Retry-After", "60");
        Refusal.write(request, response, 429, "identity.too-many-attempts");
        return AuthenticationStatus.SEND_FAILURE;
      }
      if (answer.get() instanceof SignIn.Accepted accepted) {
        return let(context, accepted.account());
      }
      if (answer.get() instanceof SignIn.Locked locked) {
        String until = new Notation(request.getLocale()).second(locked.until(), Notation.CITY);
        Refusal.write(request, response, 401, "identity.locked", until);
        return AuthenticationStatus.SEND_FAILURE;
      }
    }
    challenge(request, response);
    Refusal.write(request, response, 401, "identity.refused");
    return AuthenticationStatus.SEND_FAILURE;
  }

  private static AuthenticationStatus let(HttpMessageContext context, Account account) {
    return context.notifyContainerAboutLogin(
        account.login(), account.roles().stream().map(Enum::name).collect(Collectors.toSet()));
  }

  /** Not to a browser: it would ask for a password in a window of its own, and keep it. */
  private static void challenge(HttpServletRequest request, HttpServletResponse response) {
    if (request.getHeader("Sec-Fetch-Mode") == null && request.getHeader("Cookie") == null) {
      response.setHeader("WWW-Authenticate", "Basic realm=\"Motcua\", charset=\"UTF-8\"");
    }
  }

  /**
   * Leads to the sign-in page. A script of Faces follows no redirect by itself: it is told to load
   * the page. What was being sent is not repeated: nobody else's hands sign in to finish it.
   *
   * @param switchedOff there is a session, but its account may no longer sign in
   */
  private static AuthenticationStatus toSignIn(
      HttpServletRequest request, HttpServletResponse response, boolean switchedOff) {
    boolean reading = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
    boolean ended = switchedOff || SignedInSession.hasEnded(request) || !reading;
    String query = request.getQueryString();
    String target =
        reading
            ? request.getRequestURI() + (query == null ? "" : "?" + query)
            : ReturnAddress.ofReferrer(request.getHeader("Referer"), request.getHeader("Host"));
    String signIn = ReturnAddress.signInFor(target, ended);
    if (switchedOff) {
      SignedInSession.end(request);
    }
    response.setHeader("Cache-Control", "no-store");
    try {
      if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
        response.setContentType("text/xml;charset=UTF-8");
        response
            .getOutputStream()
            .write(
                ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                        + signIn.replace("&", "&amp;")
                        + "\"/></partial-response>")
                    .getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
      } else {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", signIn);
        response.flushBuffer();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return AuthenticationStatus.SEND_CONTINUE;
  }
}
