package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.deadlines.BranchLoad;
import vn.motcua.deadlines.OverloadService;
import vn.motcua.deadlines.ReminderPage;
import vn.motcua.deadlines.ReminderService;

/** Alerts of the caller's bodies, urging, and how busy branches are. */
@RequestScoped
@Path("reminders")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reminders")
public class RemindersResource {

  @EJB private ReminderService reminders;
  @EJB private OverloadService overload;

  @GET
  @Operation(summary = "What is due, overdue, untouched or at risk in the caller's bodies")
  public ReminderPage page(@QueryParam("dataset") String dataset) {
    return reminders.page(dataset);
  }

  @POST
  @Path("urges")
  @Operation(summary = "Urges whoever holds a dossier; once an hour")
  public Response urge(String body) {
    Said json = Said.in(body);
    reminders.urge(json.text("dataset"), json.text("kind"), json.text("code"));
    return Response.noContent().build();
  }

  @GET
  @Path("branch-loads")
  @Operation(summary = "Arrivals, queue and waiting against open counters, by branch")
  public List<BranchLoad> loads(@QueryParam("dataset") String dataset) {
    return overload.branches(dataset);
  }
}
