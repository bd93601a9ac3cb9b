package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.outage.OutageService;
import vn.motcua.outage.OutageWindow;
import vn.motcua.outage.ReservedCode;
import vn.motcua.reception.IntakeFailure;
import vn.motcua.reception.IntakeResult;
import vn.motcua.web.layout.Notation;

/** A branch without the system: codes reserved before, windows, entry afterwards. */
@RequestScoped
@Path("outages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "outage")
public class OutagesResource {

  @EJB private OutageService outages;
  @Inject private RequestedDay day;
  @Context private HttpHeaders headers;

  @GET
  @Operation(summary = "Declared windows of the caller's branches")
  public List<OutageWindow> windows() {
    return outages.windows();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Declares a window: from, to, reason")
  public Response declare(@QueryParam("branch") int branch, String body) {
    JsonObject json = IntakeJson.object(body);
    return Response.status(201)
        .entity(
            Map.of(
                "id",
                outages.declare(
                    branch,
                    moment(IntakeJson.text(json, "from")),
                    moment(IntakeJson.text(json, "to")),
                    IntakeJson.text(json, "reason"))))
        .build();
  }

  @POST
  @Path("codes")
  @Operation(summary = "Reserves codes of an agency and day")
  public List<ReservedCode> reserve(
      @QueryParam("branch") int branch,
      @QueryParam("agency") int agency,
      @QueryParam("on") String on,
      @QueryParam("count") int count) {
    return outages.reserve(branch, agency, day.of(on), count);
  }

  @GET
  @Path("codes")
  @Operation(summary = "The codes reserved for a branch and day")
  public List<ReservedCode> codes(@QueryParam("branch") int branch, @QueryParam("on") String on) {
    return outages.codes(branch, day.of(on));
  }

  @GET
  @Path("codes.pdf")
  @Produces("application/pdf")
  @Operation(summary = "The day's list of codes on paper")
  public Response print(@QueryParam("branch") int branch, @QueryParam("on") String on) {
    return FileResponses.pdf(outages.print(branch, day.of(on)), "bang-ma-giu-truoc");
  }

  @POST
  @Path("entries")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Enters a visit that was received without the system",
      description = "The body is that of POST /reception/visits, with one dossier.")
  public Response enter(@QueryParam("code") String code, @QueryParam("at") String at, String body) {
    try {
      IntakeResult result =
          outages.enter(code, moment(at), IntakeJson.request(IntakeJson.object(body)));
      return Response.status(result.repeated() ? 200 : 201)
          .entity(IntakeJson.of(result).toString())
          .build();
    } catch (IntakeFailure.Refused refused) {
      return IntakeJson.refusal(refused, RequestLanguage.of(headers));
    }
  }

  /** ISO 8601 with offset, or the city's wall clock without one. */
  private static Instant moment(String text) {
    try {
      return text == null || text.isEmpty()
          ? null
          : text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$") && text.contains("T") && text.length() > 16
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDateTime.parse(text).atZone(Notation.CITY).toInstant();
    } catch (DateTimeException e) {
      throw new BadRequestException(e);
    }
  }
}
