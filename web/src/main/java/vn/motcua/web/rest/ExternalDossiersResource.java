package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.Channel;
import vn.motcua.ministry.ExternalCodes;
import vn.motcua.ministry.MinistryFailure;
import vn.motcua.ministry.Registration;
import vn.motcua.ministry.ReportedStatus;
import vn.motcua.ministry.StatusAnswer;
import vn.motcua.ministry.StatusDoor;
import vn.motcua.reception.IntakeFailure;
import vn.motcua.reception.PersonEntry;
import vn.motcua.reception.ReturnChannel;

/**
 * Dossiers that a ministry's own software processes (hồ sơ trên phần mềm của bộ, ngành): it
 * registers what came in there, and tells the statuses.
 */
@RequestScoped
@Path("external-dossiers/{system}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "ministry software")
public class ExternalDossiersResource {

  /** In bytes; a status or a registration is a few lines. */
  private static final int LARGEST = 64 * 1024;

  @EJB private StatusDoor door;
  @EJB private ExternalCodes codes;
  @Context private HttpHeaders headers;

  @POST
  @Operation(
      summary = "Registers a dossier that came in at the ministry's software",
      description =
          "Body: externalCode, procedure, receivedAt (ISO 8601 with offset), channel (DIRECT,"
              + " ONLINE, POST), owner, submitter, communeId, summary, returnChannel. The same"
              + " externalCode again is answered with the same dossier, and 200.")
  public Response register(
      @PathParam("system") String system, @QueryParam("branch") int branch, InputStream body)
      throws IOException {
    Registration from = registration(read(body));
    try {
      ExternalCodes.Registered registered = codes.register(branch, system, from);
      return Response.status(registered.repeated() ? 200 : 201).entity(registered).build();
    } catch (IntakeFailure.Refused refused) {
      return IntakeJson.refusal(refused, RequestLanguage.of(headers));
    }
  }

  @POST
  @Path("{externalCode}/statuses")
  @Operation(
      summary = "Tells a status of a dossier that the ministry's software processes",
      description =
          "Body: status (its words), occurredAt (ISO 8601 with offset), sequence (from 1; where it"
              + " counts), note, items [what the applicant is asked for], result {number, signedOn,"
              + " signer}. The same again is answered with what became of it, and 200. Verdicts:"
              + " APPLIED, WAITING for one before it, TOO_LATE, UNKNOWN word (kept), NOTED.")
  public Response status(
      @PathParam("system") String system,
      @PathParam("externalCode") String externalCode,
      InputStream body)
      throws IOException {
    StatusAnswer answer = door.report(system, externalCode, reported(read(body)));
    return Response.status(answer.repeated() ? 200 : 201).entity(answer).build();
  }

  /** What is larger is noticed and never read whole. */
  private static JsonObject read(InputStream body) throws IOException {
    byte[] text = body.readNBytes(LARGEST + 1);
    if (text.length > LARGEST) {
      throw new MinistryFailure.Invalid("size", LARGEST / 1024);
    }
    return IntakeJson.object(new String(text, StandardCharsets.UTF_8));
  }

  private static ReportedStatus reported(JsonObject json) {
    JsonObject result =
        json.get("result") instanceof JsonObject given ? given : JsonValue.EMPTY_JSON_OBJECT;
    List<String> items = new ArrayList<>();
    for (JsonValue item :
        json.get("items") instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY) {
      items.add(item instanceof JsonString text ? text.getString() : "");
    }
    return new ReportedStatus(
        IntakeJson.number(json, "sequence"),
        IntakeJson.text(json, "status"),
        moment(json, "occurredAt"),
        IntakeJson.text(json, "note"),
        items,
        IntakeJson.text(result, "number"),
        day(result, "signedOn"),
        IntakeJson.text(result, "signer"));
  }

  private static Registration registration(JsonObject json) {
    try {
      return new Registration(
          IntakeJson.text(json, "externalCode"),
          IntakeJson.text(json, "procedure"),
          Channel.valueOf(json.getString("channel", Channel.ONLINE.name())),
          moment(json, "receivedAt"),
          person(json, "owner"),
          person(json, "submitter"),
          IntakeJson.number(json, "communeId"),
          IntakeJson.text(json, "summary"),
          ReturnChannel.valueOf(json.getString("returnChannel", ReturnChannel.COUNTER.name())));
    } catch (ClassCastException | IllegalArgumentException e) {
      throw new BadRequestException(e);
    }
  }

  private static PersonEntry person(JsonObject json, String name) {
    return json.get(name) instanceof JsonObject person ? IntakeJson.person(person) : null;
  }

  private static Instant moment(JsonObject json, String name) {
    String text = IntakeJson.text(json, name);
    try {
      return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new BadRequestException(e);
    }
  }

  private static LocalDate day(JsonObject json, String name) {
    String text = IntakeJson.text(json, name);
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new BadRequestException(e);
    }
  }
}
