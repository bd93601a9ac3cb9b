package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.payment.ClosingService;
import vn.motcua.payment.DayClosing;

/** Closings of counters' days (chốt ngày). Amounts in đồng. */
@RequestScoped
@Path("closings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "fees")
public class ClosingsResource {

  @EJB private ClosingService closings;
  @Inject private RequestedDay days;

  @GET
  @Path("expected")
  @Operation(summary = "What the system says of a counter's day so far")
  public DayClosing.Expected expected(
      @QueryParam("branch") int branch,
      @QueryParam("counter") String counter,
      @QueryParam("day") String day,
      @QueryParam("clerk") String clerk) {
    return closings.expected(branch, counter, days.of(day), clerk);
  }

  @POST
  @Operation(summary = "Closes a counter's day; differences need a reason")
  public Response close(String body) {
    Said json = Said.in(body);
    long id =
        closings.close(
            json.whole("branch"),
            new DayClosing(
                json.text("counter"),
                days.of(json.text("day")),
                json.text("clerk"),
                json.whole("received"),
                json.whole("papers"),
                json.whole("returned"),
                json.numberOr0("cash"),
                json.text("shelf"),
                json.text("bagSeal"),
                json.text("reason")));
    return Response.status(201).entity(Map.of("closing", id)).build();
  }

  @GET
  @Path("{id: \\d{1,18}}.pdf")
  @Produces("application/pdf")
  @Operation(summary = "The sheet of a closing as PDF/A")
  public Response sheet(@PathParam("id") long id) {
    return Response.ok(closings.sheet(id))
        .header("Content-Disposition", "inline; filename=\"chot-ngay-%d.pdf\"".formatted(id))
        .header("Cache-Control", "no-store")
        .build();
  }
}
