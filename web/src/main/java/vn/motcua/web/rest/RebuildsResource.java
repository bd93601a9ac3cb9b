package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.figures.Rebuild;
import vn.motcua.figures.Rebuilds;

/** Rebuilds of the figures (dựng lại số liệu). */
@RequestScoped
@Path("rebuilds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "figures")
public class RebuildsResource {

  @EJB private Rebuilds rebuilds;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Reads the log once more into a new generation of the figures",
      description =
          "Role: administrator. Body: {\"reason\": …, \"asksBeforeSwitch\": false}. The present"
              + " figures are shown meanwhile; the new ones replace them when the referee's recount"
              + " of every dataset is equal, and, where it asks, somebody has said yes. 409 while"
              + " one is running.")
  public Response begin(String body) {
    Said json = Said.in(body);
    return Response.accepted(rebuilds.begin(json.text("reason"), json.yes("asksBeforeSwitch")))
        .build();
  }

  @POST
  @Path("{id: \\d{1,18}}/confirmation")
  @Operation(
      summary = "Says yes to a rebuild that is equal and waits",
      description = "Role: administrator. It is compared once more and then shown.")
  public void confirm(@PathParam("id") long id) {
    rebuilds.confirm(id);
  }

  @GET
  @Operation(
      summary = "The newest rebuilds, with their progress",
      description = "Roles: administrator, auditor.")
  public List<Rebuild> list() {
    return rebuilds.list();
  }

  @DELETE
  @Path("{id: \\d{1,18}}")
  @Operation(
      summary = "Ends a rebuild; the present figures stay",
      description = "Role: administrator.")
  public void cancel(@PathParam("id") long id) {
    rebuilds.cancel(id);
  }
}
