package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.eventlog.EventLogImportService;
import vn.motcua.eventlog.Submission;
import vn.motcua.eventlog.store.EventLogImport;
import vn.motcua.eventlog.store.Refusal;

/** Import of other people's case logs as datasets (nhập nhật ký xử lý). */
@Path("/event-logs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "event logs")
public class EventLogsResource {

  private static final int LARGEST_PAGE = 1_000;

  /** A mapping is a page of text; what is far longer is a log in the wrong part. */
  private static final int LONGEST_MAPPING_BYTES = 1_000_000;

  @EJB private EventLogImportService imports;

  @Context private HttpHeaders headers;

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(
      summary = "Sends an event log",
      description =
          "Part file: XES (IEEE 1849) or CSV, plain or gzip. Part mapping: JSON. Answers 202 and"
              + " where to look, or 200 with the earlier import when the same bytes came with the"
              + " same mapping before.")
  public Response submit(
      List<EntityPart> parts, @Context SecurityContext security, @Context UriInfo address)
      throws IOException {
    EntityPart file = part(parts, "file");
    Submission submission =
        imports.submit(
            file == null ? new ByteArrayInputStream(new byte[0]) : file.getContent(),
            file == null ? null : file.getFileName().orElse(null),
            text(part(parts, "mapping")),
            Login.of(security));
    EventLogImport shown = submission.eventLogImport();
    return Response.status(submission.isNew() ? Response.Status.ACCEPTED : Response.Status.OK)
        .location(
            address.getBaseUriBuilder().path("event-logs").path(String.valueOf(shown.id())).build())
        .entity(json(shown))
        .build();
  }

  @GET
  @Operation(summary = "All imports, the newest first; before: only smaller numbers")
  public String list(
      @QueryParam("before") @DefaultValue("9223372036854775807") long before,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    JsonArrayBuilder page = Json.createArrayBuilder();
    for (EventLogImport shown : imports.list(before, size(limit))) {
      page.add(EventLogJson.of(shown, RequestLanguage.of(headers)));
    }
    return page.build().toString();
  }

  @GET
  @Path("/{id:\\d{1,18}}")
  @Operation(summary = "How an import stands")
  public String find(@PathParam("id") long id) {
    return json(imports.find(id));
  }

  @GET
  @Path("/{id:\\d{1,18}}/refusals")
  @Operation(
      summary = "What was refused, or taken with a remark, with line and reason",
      description = "after: the id of the last one seen; limit: at most 1000.")
  public String refusals(
      @PathParam("id") long id,
      @QueryParam("after") @DefaultValue("0") long after,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    JsonArrayBuilder page = Json.createArrayBuilder();
    for (Refusal refusal : imports.refusals(id, after, size(limit))) {
      page.add(EventLogJson.of(refusal, RequestLanguage.of(headers)));
    }
    return page.build().toString();
  }

  @DELETE
  @Path("/{id:\\d{1,18}}")
  @Operation(summary = "Cancels an import that is not yet being published")
  public String delete(@PathParam("id") long id) {
    return cancel(id);
  }

  @POST
  @Path("/{id:\\d{1,18}}/cancel")
  @Operation(summary = "Cancels an import that is not yet being published")
  public String cancel(@PathParam("id") long id) {
    return json(imports.cancel(id));
  }

  private String json(EventLogImport shown) {
    return EventLogJson.of(shown, RequestLanguage.of(headers)).build().toString();
  }

  private static EntityPart part(List<EntityPart> parts, String name) {
    return parts.stream().filter(part -> name.equals(part.getName())).findFirst().orElse(null);
  }

  private static String text(EntityPart part) throws IOException {
    if (part == null) {
      return "";
    }
    try (InputStream in = part.getContent()) {
      return new String(in.readNBytes(LONGEST_MAPPING_BYTES), StandardCharsets.UTF_8);
    }
  }

  private static int size(int limit) {
    return Math.max(1, Math.min(limit, LARGEST_PAGE));
  }
}
