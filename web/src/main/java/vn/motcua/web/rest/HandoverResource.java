package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.handover.LineReceipt;
import vn.motcua.handover.LineVerdict;
import vn.motcua.handover.SlipKind;
import vn.motcua.handover.SlipLists;
import vn.motcua.handover.SlipPage;
import vn.motcua.handover.SlipPrinter;
import vn.motcua.handover.SlipQuestion;
import vn.motcua.handover.SlipService;
import vn.motcua.handover.SlipView;

/** Hand-over slips (phiếu bàn giao) between the one-stop and the agencies. */
@RequestScoped
@Path("handover-slips")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "handover")
public class HandoverResource {

  private static final String PAGES =
      "body: the other side; direction: OUT given, IN received. The next page is in the header"
          + " Link with rel next, how many there are in X-Total-Count.";

  @EJB private SlipService slips;
  @EJB private SlipLists lists;
  @EJB private SlipPrinter printer;

  @GET
  @Operation(
      summary = "The slips of the caller's bodies, those not received yet first",
      description = PAGES)
  public Response list(
      @QueryParam("body") int body,
      @QueryParam("direction") String direction,
      @QueryParam("after") String after,
      @Context UriInfo address) {
    return page(lists.slips(asked(body, direction, after)), address);
  }

  @GET
  @Path("pending")
  @Operation(
      summary = "Dossiers whose papers wait to be handed over, with the latest moment",
      description = PAGES)
  public Response pending(
      @QueryParam("body") int body,
      @QueryParam("direction") String direction,
      @QueryParam("after") String after,
      @Context UriInfo address) {
    return page(lists.pending(asked(body, direction, after)), address);
  }

  private static SlipQuestion asked(int body, String direction, String after) {
    return new SlipQuestion(
        body,
        Arrays.stream(SlipQuestion.Direction.values())
            .filter(one -> one.name().equals(direction))
            .findFirst()
            .orElse(null),
        after);
  }

  private static Response page(SlipPage<?> page, UriInfo address) {
    Response.ResponseBuilder answer =
        Response.ok(page.lines()).header("X-Total-Count", page.total());
    if (page.next() != null) {
      answer.link(
          address.getRequestUriBuilder().replaceQueryParam("after", page.next()).build(), "next");
    }
    return answer.build();
  }

  @POST
  @Operation(summary = "Opens a slip, or answers the one still open between the two")
  public Response open(
      @QueryParam("from") int from, @QueryParam("to") int to, @QueryParam("kind") String kind) {
    return Response.status(201)
        .entity(
            Map.of(
                "id",
                slips.open(from, to, "RESULTS".equals(kind) ? SlipKind.RESULTS : SlipKind.PAPERS)))
        .build();
  }

  @GET
  @Path("{id:\\d{1,18}}")
  @Operation(summary = "A slip with its lines, for both sides")
  public SlipView find(@PathParam("id") long id) {
    return slips.find(id);
  }

  @GET
  @Path("{id:\\d{1,18}}.pdf")
  @Produces("application/pdf")
  @Operation(summary = "The slip on paper")
  public Response print(@PathParam("id") long id) {
    return FileResponses.pdf(printer.print(id), "phieu-ban-giao-" + id);
  }

  @POST
  @Path("{id:\\d{1,18}}/lines/{code}")
  @Operation(summary = "Puts a scanned dossier on the slip")
  public void scan(@PathParam("id") long id, @PathParam("code") String code) {
    slips.scan(id, code);
  }

  @DELETE
  @Path("{id:\\d{1,18}}/lines/{code}")
  @Operation(summary = "Takes a dossier off the slip")
  public void remove(@PathParam("id") long id, @PathParam("code") String code) {
    slips.remove(id, code);
  }

  @POST
  @Path("{id:\\d{1,18}}/sending")
  @Operation(summary = "The giving side signs")
  public void send(@PathParam("id") long id) {
    slips.send(id);
  }

  @POST
  @Path("{id:\\d{1,18}}/receipt")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "The other side receives: version, lines [{code, verdict, note}]")
  public void receive(@PathParam("id") long id, String body) {
    JsonObject json = IntakeJson.object(body);
    List<LineReceipt> lines = new ArrayList<>();
    try {
      for (JsonValue value :
          json.get("lines") instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY) {
        JsonObject line = value.asJsonObject();
        lines.add(
            new LineReceipt(
                IntakeJson.text(line, "code"),
                LineVerdict.valueOf(line.getString("verdict", LineVerdict.RECEIVED.name())),
                IntakeJson.text(line, "note")));
      }
    } catch (ClassCastException | IllegalArgumentException e) {
      throw new BadRequestException(e);
    }
    Integer version = IntakeJson.number(json, "version");
    slips.receive(id, version == null ? -1 : version, lines);
  }
}
