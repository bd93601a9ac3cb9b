package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.handover.MoveLine;
import vn.motcua.handover.MoveService;

/** Moves of open dossiers between bodies by signed list. */
@RequestScoped
@Path("dossier-moves")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "handover")
public class MovesResource {

  @EJB private MoveService moves;

  @POST
  @Path("preview")
  @Operation(summary = "What would become of each code: codes, toUnit, toBranch; writes nothing")
  public List<MoveLine> preview(String body) {
    JsonObject json = IntakeJson.object(body);
    return moves.preview(codes(json), unit(json, "toUnit", 0), IntakeJson.number(json, "toBranch"));
  }

  @POST
  @Operation(summary = "Moves, each dossier by itself: codes, toUnit, toBranch, document")
  public List<MoveLine> apply(String body) {
    JsonObject json = IntakeJson.object(body);
    return moves.apply(
        codes(json),
        unit(json, "toUnit", 0),
        IntakeJson.number(json, "toBranch"),
        IntakeJson.text(json, "document"));
  }

  private static int unit(JsonObject json, String name, int otherwise) {
    Integer unit = IntakeJson.number(json, name);
    return unit == null ? otherwise : unit;
  }

  private static List<String> codes(JsonObject json) {
    List<String> codes = new ArrayList<>();
    for (JsonValue value :
        json.get("codes") instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY) {
      codes.add(value instanceof JsonString text ? text.getString() : "");
    }
    return codes;
  }
}
