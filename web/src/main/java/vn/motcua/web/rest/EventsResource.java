package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.json.Json;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.outbox.LogPages;

/** The log as JSON lines, page by page. It holds no personal data. */
@Path("/events")
@Tag(name = "log")
public class EventsResource {

  @EJB private LogPages log;

  @GET
  @Produces("application/x-ndjson")
  @Operation(
      summary = "Entries of the log, oldest first",
      description =
          "One JSON object per line. The header Motcua-Next holds what to give as `after` for the"
              + " next page; it is absent on an empty page. At most 5,000 lines. Roles:"
              + " leader, reporter, administrator, auditor.")
  public Response page(
      @QueryParam("dataset") @DefaultValue("hanoi") String dataset,
      @QueryParam("after") String after,
      @QueryParam("limit") @DefaultValue("1000") int limit) {
    List<LogPages.Line> lines = log.page(dataset, after, limit);
    String body = lines.stream().map(EventsResource::json).collect(Collectors.joining());
    Response.ResponseBuilder response = Response.ok(body);
    if (!lines.isEmpty()) {
      response.header("Motcua-Next", lines.getLast().place());
    }
    return response.build();
  }

  private static String json(LogPages.Line line) {
    String head =
        Json.createObjectBuilder()
            .add("place", line.place())
            .add("eventId", line.eventId().toString())
            .add("dossierId", line.dossierId())
            .add("sequence", line.sequence())
            .add("type", line.type())
            .add("occurredAt", line.occurredAt().toString())
            .add("recordedAt", line.recordedAt().toString())
            .build()
            .toString();
    return head.substring(0, head.length() - 1) + ",\"body\":" + line.bodyJson() + "}\n";
  }
}
