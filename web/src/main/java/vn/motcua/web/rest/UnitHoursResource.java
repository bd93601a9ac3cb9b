package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import vn.motcua.calendar.DueMove;
import vn.motcua.calendar.HoursDraft;
import vn.motcua.calendar.UnitHoursChanges;

/** Hours of bodies on top of the city's calendar (giờ làm việc của đơn vị). */
@RequestScoped
@Path("unit-hours")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendars")
public class UnitHoursResource {

  @EJB private UnitHoursChanges changes;
  @Inject private RequestedDay day;

  @GET
  @Operation(summary = "Drafts and applied hours of the caller's bodies, the newest first")
  public List<HoursDraft> history() {
    return changes.history();
  }

  @POST
  @Operation(
      summary = "Drafts hours",
      description =
          "unit: id; from: day; hours: a line for a weekday or a stretch of weekdays, such as"
              + " MON-FRI 07:30-11:30 13:00-16:30; empty: the city's hours again; reason.")
  public HoursDrafted draft(String body) {
    Said json = Said.in(body);
    return new HoursDrafted(
        changes.draft(
            (int) json.numberOr0("unit"),
            day.of(json.text("from")),
            json.text("hours"),
            json.text("reason")));
  }

  /** The number of a new draft. */
  public record HoursDrafted(long id) {}

  @GET
  @Path("{id:\\d{1,18}}/preview")
  @Operation(summary = "Which open dossiers and steps a draft would move, from when to when")
  public UnitHoursChanges.Preview preview(@PathParam("id") long id) {
    return changes.preview(id);
  }

  @GET
  @Path("{id:\\d{1,18}}/moves")
  @Operation(summary = "Which dossiers applied hours moved, the first 500")
  public List<DueMove> journal(@PathParam("id") long id) {
    return changes.journal(id);
  }

  @POST
  @Path("{id:\\d{1,18}}/application")
  @Operation(
      summary = "Applies a draft of somebody else",
      description = "seen: of the draft; moves: how many the preview showed. All move or none.")
  public void apply(
      @PathParam("id") long id, @QueryParam("seen") int seen, @QueryParam("moves") int moves) {
    changes.apply(id, seen, moves);
  }

  @POST
  @Path("{id:\\d{1,18}}/discard")
  @Operation(summary = "Puts a draft aside; it stays on record")
  public void discard(@PathParam("id") long id, @QueryParam("seen") int seen) {
    changes.discard(id, seen);
  }
}
