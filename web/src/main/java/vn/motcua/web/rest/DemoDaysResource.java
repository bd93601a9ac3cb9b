package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.demo.DemoDay;
import vn.motcua.demo.DemoOrder;
import vn.motcua.demo.DemoProgress;

/** Demo days (ngày mẫu): in demo mode, for administrators. */
@Path("/demo-days")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "demo")
public class DemoDaysResource {

  @EJB private DemoDay demo;

  @POST
  @Operation(
      summary = "Begins a demo day in a dataset of its own",
      description =
          "The same seed, days and volume always tell the same story. It begins workingDays before"
              + " today and goes at the speed asked for until it has caught up with now.")
  public Response begin(
      @QueryParam("seed") @DefaultValue("1") long seed,
      @QueryParam("workingDays") @DefaultValue("5") int workingDays,
      @QueryParam("visitsPerDay") @DefaultValue("400") int visitsPerDay,
      @QueryParam("speed") @DefaultValue("1000") int speed) {
    DemoProgress begun = demo.begin(new DemoOrder(seed, workingDays, visitsPerDay, speed));
    return Response.status(Response.Status.CREATED).entity(json(begun).toString()).build();
  }

  @GET
  @Operation(summary = "The demo day begun last, and how far it has come")
  public Response progress() {
    return demo.progress()
        .map(progress -> Response.ok(json(progress).toString()))
        .orElseGet(() -> Response.noContent())
        .build();
  }

  @DELETE
  @Operation(summary = "Ends the demo day; what has happened stays")
  public void end() {
    demo.end();
  }

  private static JsonObject json(DemoProgress progress) {
    return Json.createObjectBuilder()
        .add("dataset", progress.dataset())
        .add("seed", progress.order().seed())
        .add("workingDays", progress.order().workingDays())
        .add("visitsPerDay", progress.order().visitsPerDay())
        .add("speed", progress.order().speed())
        .add("present", progress.present().toString())
        .add("received", progress.received())
        .add("done", progress.done())
        .add("failed", progress.failed())
        .add("running", progress.running())
        .build();
  }
}
