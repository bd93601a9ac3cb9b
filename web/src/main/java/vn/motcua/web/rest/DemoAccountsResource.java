package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.identity.DemoAccount;
import vn.motcua.identity.DemoAccounts;
import vn.motcua.identity.IdentityFailure;
import vn.motcua.web.security.Caller;

/** Logins and passwords of the demo, for who starts it. Without the demo there is nothing here. */
@RequestScoped
@Path("demo-accounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "demo")
public class DemoAccountsResource {

  @EJB private DemoAccounts accounts;

  @GET
  @Operation(summary = "Demo logins with passwords; in demo mode and on this machine only")
  public Response list(@Context HttpServletRequest request) {
    List<DemoAccount> found = accounts.list();
    if (!Caller.of(request).onThisMachine()) {
      throw new IdentityFailure.NotThisMachine();
    }
    return Response.ok(found).header("Cache-Control", "no-store").build();
  }
}
