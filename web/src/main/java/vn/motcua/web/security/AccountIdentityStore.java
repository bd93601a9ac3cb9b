package vn.motcua.web.security;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Collectors;
import vn.motcua.identity.Account;
import vn.motcua.identity.AccountService;
import vn.motcua.identity.SignIn;

/** Lets Jakarta Security ask the accounts. The groups are the names of the roles. */
@ApplicationScoped
public class AccountIdentityStore implements IdentityStore {

  @EJB private AccountService accounts;
  @Inject private HttpServletRequest request;

  @Override
  public CredentialValidationResult validate(Credential credential) {
    if (!(credential instanceof UsernamePasswordCredential basic)) {
      return CredentialValidationResult.NOT_VALIDATED_RESULT;
    }
    char[] password = basic.getPassword().getValue();
    SignIn answer = accounts.verify(basic.getCaller(), password, address());
    if (answer instanceof SignIn.Accepted accepted) {
      Account account = accepted.account();
      return new CredentialValidationResult(
          account.login(), account.roles().stream().map(Enum::name).collect(Collectors.toSet()));
    }
    return CredentialValidationResult.INVALID_RESULT;
  }

  /** Of the caller; empty where the container asks outside the handling of a request. */
  private String address() {
    try {
      return request.getRemoteAddr();
    } catch (ContextNotActiveException | IllegalStateException e) {
      return "";
    }
  }
}
