package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.reception.DraftService;
import vn.motcua.reception.IntakeDraft;
import vn.motcua.reception.IntakeFailure;
import vn.motcua.reception.IntakeResult;
import vn.motcua.reception.IntakeService;
import vn.motcua.reception.PersonDirectory;

/** The counter (quầy tiếp nhận): visits, what is known of people, drafts. */
@RequestScoped
@Path("reception")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reception")
public class ReceptionResource {

  @EJB private IntakeService intake;
  @EJB private PersonDirectory people;
  @EJB private DraftService drafts;
  @Context private HttpHeaders headers;

  @POST
  @Path("visits")
  @Operation(
      summary = "Receives a visit with one dossier or more, all or nothing",
      description =
          "The same requestId again is answered with the same visit and 200. A refusal lists every"
              + " finding with the path of its field.")
  @APIResponse(responseCode = "201", description = "Received")
  @APIResponse(responseCode = "422", description = "Refused; nothing was written")
  public Response receive(String body) {
    try {
      IntakeResult result = intake.receive(IntakeJson.request(IntakeJson.object(body)));
      return Response.status(result.repeated() ? 200 : 201)
          .entity(IntakeJson.of(result).toString())
          .build();
    } catch (IntakeFailure.Refused refused) {
      return IntakeJson.refusal(refused, RequestLanguage.of(headers));
    }
  }

  @POST
  @Path("preview")
  @Operation(summary = "What a dossier would ask for and when it would be due, received now")
  public String preview(String body) {
    JsonObject json = IntakeJson.object(body);
    return IntakeJson.of(
            intake.preview(
                IntakeJson.dossier(json.getJsonObject("dossier")),
                IntakeJson.number(json, "communeId"),
                IntakeJson.number(json, "branchId"),
                RequestLanguage.of(headers)),
            RequestLanguage.of(headers))
        .toString();
  }

  @GET
  @Path("people/{number}")
  @Operation(summary = "What is known of a personal or enterprise number; each hit is audited")
  public Response person(@PathParam("number") String number) {
    return Response.ok(
            IntakeJson.of(people.find(number).orElseThrow(NotFoundException::new)).toString())
        .header("Cache-Control", "no-store")
        .build();
  }

  @GET
  @Path("drafts")
  @Operation(summary = "The caller's own drafts, the latest first")
  public Response drafts() {
    JsonArrayBuilder all = Json.createArrayBuilder();
    for (IntakeDraft draft : drafts.list()) {
      all.add(
          Json.createObjectBuilder()
              .add("id", draft.id().toString())
              .add("title", draft.title())
              .add("savedAt", draft.savedAt().toString())
              .add("content", IntakeJson.object(draft.content())));
    }
    return Response.ok(all.build().toString()).header("Cache-Control", "no-store").build();
  }

  @PUT
  @Path("drafts/{id}")
  @Operation(summary = "Saves a draft; one whose visit was received stays gone")
  public void save(@PathParam("id") String id, String body) {
    JsonObject json = IntakeJson.object(body);
    Integer branch = IntakeJson.number(json, "branchId");
    drafts.save(uuid(id), branch == null ? 0 : branch, body);
  }

  @DELETE
  @Path("drafts/{id}")
  @Operation(summary = "Throws a draft away")
  public void delete(@PathParam("id") String id) {
    drafts.delete(uuid(id));
  }

  static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new NotFoundException(e);
    }
  }
}
