package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.calendar.CalendarChanges;
import vn.motcua.calendar.CalendarDraft;
import vn.motcua.calendar.CalendarLine;

/** Working calendars and their changes (lịch làm việc). */
@RequestScoped
@Path("calendars")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendars")
public class CalendarResource {

  @EJB private CalendarChanges changes;

  @GET
  @Path("{code}")
  @Operation(summary = "The lines of a calendar as they are now")
  public List<CalendarLine> lines(@PathParam("code") String code) {
    return changes.lines(code);
  }

  @GET
  @Path("{code}/revisions")
  @Operation(summary = "Drafts and applied revisions, the newest first")
  public List<CalendarDraft> history(@PathParam("code") String code) {
    return changes.history(code);
  }

  @GET
  @Path("revisions/{id:\\d{1,18}}/preview")
  @Operation(summary = "Which open dossiers a draft would move, from when to when")
  public CalendarChanges.Preview preview(@PathParam("id") long id) {
    return changes.preview(id);
  }

  @POST
  @Path("revisions/{id:\\d{1,18}}/application")
  @Operation(
      summary = "Applies a draft",
      description = "seen: of the draft; moves: how many the preview showed. All move or none.")
  public void apply(
      @PathParam("id") long id, @QueryParam("seen") int seen, @QueryParam("moves") int moves) {
    changes.apply(id, seen, moves);
  }
}
