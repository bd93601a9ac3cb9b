package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.outbox.DeadLetter;
import vn.motcua.outbox.DeadLetters;

/** Records of the log that the stream set aside (bản ghi bị để riêng). */
@RequestScoped
@Path("dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "figures")
public class DeadLettersResource {

  @EJB private DeadLetters letters;

  @GET
  @Operation(
      summary = "The newest records that the stream could not count, with reason and place",
      description = "Roles: administrator, auditor. Those that were not sent once more come first.")
  public List<DeadLetter> list() {
    return letters.list();
  }

  @POST
  @Path("replays")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Sends the dossiers of chosen records once more, after a fix",
      description =
          "Role: administrator. Body: {\"places\": [{\"topic\": …, \"partition\": …, \"position\":"
              + " …}]}. All entries of each dossier go through the stream again, out of the log in"
              + " the database, and it is counted anew. To ask twice changes nothing. What still"
              + " cannot be counted is set aside again, at its new place.")
  public Response replay(String body) {
    return Response.accepted(letters.replay(places(IntakeJson.object(body)))).build();
  }

  private static List<DeadLetter.Place> places(JsonObject body) {
    List<DeadLetter.Place> places = new ArrayList<>();
    if (!(body.get("places") instanceof JsonArray chosen)) {
      throw new BadRequestException("places");
    }
    for (JsonValue one : chosen) {
      if (!(one instanceof JsonObject object)) {
        throw new BadRequestException("places");
      }
      Said place = new Said(object);
      places.add(
          new DeadLetter.Place(
              place.text("topic"), place.whole("partition"), place.numberOr0("position")));
    }
    return places;
  }
}
