package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.acceptance.AcceptanceFailure;
import vn.motcua.acceptance.AcceptanceService;
import vn.motcua.acceptance.BranchWaiting;
import vn.motcua.acceptance.Submission;
import vn.motcua.acceptance.SubmissionAnswer;
import vn.motcua.acceptance.SubmissionDoor;
import vn.motcua.acceptance.SubmissionLine;
import vn.motcua.acceptance.SubmissionView;
import vn.motcua.acceptance.SubmittedPaper;
import vn.motcua.acceptance.WaitingList;
import vn.motcua.dossier.Channel;
import vn.motcua.processing.SubmissionForms;
import vn.motcua.reception.FileContent;
import vn.motcua.reception.IntakeFailure;
import vn.motcua.reception.ReceivedDossier;
import vn.motcua.reception.ReturnChannel;

/** What is sent online or by post, and waits to be accepted (chờ tiếp nhận). */
@RequestScoped
@Path("submissions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "acceptance")
public class SubmissionsResource {

  private static final int MEBIBYTE = 1024 * 1024;

  @EJB private SubmissionDoor door;
  @EJB private WaitingList waiting;
  @EJB private AcceptanceService acceptance;
  @EJB private SubmissionForms forms;
  @Context private HttpHeaders headers;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Takes a submission with its papers, or the answer to a request for edits",
      description =
          "Body: sourceSystem, externalId, revision (1, 2 …), channel (ONLINE, POST), procedure,"
              + " submittedAt (ISO 8601 with offset), owner, submitter, communeId, summary,"
              + " returnChannel, answers, papers [{component, name, fileName, content (base64)}]."
              + " The same revision again is answered with what it became, and 200.")
  public Response submit(@QueryParam("branch") int branch, InputStream body) throws IOException {
    // Base64 takes a third more; what is beyond is noticed and never read whole.
    long most = door.largest() / 3 * 4 + MEBIBYTE;
    byte[] text = body.readNBytes(Math.toIntExact(most + 1));
    if (text.length > most) {
      throw new AcceptanceFailure.Invalid("size", String.valueOf(door.largest() / MEBIBYTE));
    }
    SubmissionAnswer answer =
        door.submit(
            branch, submission(IntakeJson.object(new String(text, StandardCharsets.UTF_8))));
    return Response.status(answer.repeated() ? 200 : 201).entity(answer).build();
  }

  @GET
  @Path("waiting")
  @Operation(summary = "What waits at the caller's branches, the least time left first")
  public List<SubmissionLine> waiting() {
    return waiting.waiting();
  }

  @GET
  @Path("counts")
  @Operation(summary = "The stock by branch: within and beyond 8 working hours, and unseen")
  public List<BranchWaiting> counts() {
    return waiting.byBranch();
  }

  @GET
  @Path("{id:\\d{1,18}}")
  @Operation(summary = "A submission; the first who opens it has seen it. Audited")
  public SubmissionView open(@PathParam("id") long id) {
    return waiting.open(id);
  }

  @GET
  @Path("{id:\\d{1,18}}/files/{file}")
  @Produces(MediaType.WILDCARD)
  @Operation(summary = "A paper of a submission; audited")
  public Response file(@PathParam("id") long id, @PathParam("file") String file) {
    FileContent found = waiting.file(id, ReceptionResource.uuid(file));
    return FileResponses.inline(found);
  }

  @GET
  @Path("{id:\\d{1,18}}/forms/{number: 0[23]}")
  @Produces("application/pdf")
  @Operation(
      summary = "Form 02 about a request for edits, 03 about the refusal, as PDF/A; issued once")
  public Response form(@PathParam("id") long id, @PathParam("number") String number) {
    return DossierFormsResource.pdf(forms.print(id, number));
  }

  @POST
  @Path("{id:\\d{1,18}}/acceptance")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Accepts: it becomes a dossier, once")
  public Response accept(@PathParam("id") long id, String body) {
    JsonObject json = IntakeJson.object(body);
    try {
      ReceivedDossier dossier =
          acceptance.accept(id, version(json), json.getBoolean("nameConfirmed", false));
      return Response.ok(Map.of("code", dossier.code(), "dueAt", dossier.dueAt().toString()))
          .build();
    } catch (IntakeFailure.Refused refused) {
      return IntakeJson.refusal(refused, RequestLanguage.of(headers));
    }
  }

  @POST
  @Path("{id:\\d{1,18}}/edits")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Asks the applicant for edits: items, reason, and for a second time override")
  public void askForEdits(@PathParam("id") long id, String body) {
    JsonObject json = IntakeJson.object(body);
    List<String> items = new ArrayList<>();
    for (JsonValue item : array(json, "items")) {
      items.add(item instanceof JsonString text ? text.getString() : "");
    }
    acceptance.askForEdits(
        id,
        version(json),
        items,
        IntakeJson.text(json, "reason"),
        IntakeJson.text(json, "override"));
  }

  @POST
  @Path("{id:\\d{1,18}}/refusal")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Refuses it, with a reason")
  public void refuse(@PathParam("id") long id, String body) {
    JsonObject json = IntakeJson.object(body);
    acceptance.refuse(id, version(json), IntakeJson.text(json, "reason"));
  }

  private static int version(JsonObject json) {
    Integer version = IntakeJson.number(json, "version");
    return version == null ? -1 : version;
  }

  private static Submission submission(JsonObject json) {
    try {
      Map<String, Boolean> answers = new HashMap<>();
      if (json.get("answers") instanceof JsonObject given) {
        given.forEach((question, answer) -> answers.put(question, answer == JsonValue.TRUE));
      }
      List<SubmittedPaper> papers = new ArrayList<>();
      for (JsonValue value : array(json, "papers")) {
        JsonObject paper = value.asJsonObject();
        papers.add(
            new SubmittedPaper(
                IntakeJson.text(paper, "component"),
                IntakeJson.text(paper, "name"),
                IntakeJson.text(paper, "fileName"),
                Base64.getMimeDecoder().decode(IntakeJson.text(paper, "content"))));
      }
      String submitted = IntakeJson.text(json, "submittedAt");
      return new Submission(
          IntakeJson.text(json, "sourceSystem"),
          IntakeJson.text(json, "externalId"),
          json.getInt("revision", 1),
          Channel.valueOf(json.getString("channel", Channel.ONLINE.name())),
          IntakeJson.text(json, "procedure"),
          submitted.isEmpty() ? null : OffsetDateTime.parse(submitted).toInstant(),
          json.get("owner") instanceof JsonObject owner ? IntakeJson.person(owner) : null,
          json.get("submitter") instanceof JsonObject other ? IntakeJson.person(other) : null,
          IntakeJson.number(json, "communeId"),
          IntakeJson.text(json, "summary"),
          ReturnChannel.valueOf(json.getString("returnChannel", ReturnChannel.COUNTER.name())),
          answers,
          papers);
    } catch (ClassCastException | IllegalArgumentException | DateTimeException e) {
      throw new BadRequestException(e);
    }
  }

  private static JsonArray array(JsonObject json, String name) {
    return json.get(name) instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
  }
}
