package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.processing.OpenDossiers;

/** Warns the counter of a double filing. A question by POST: the number stands in no address. */
@RequestScoped
@Path("reception/open-dossiers")
@Tag(name = "reception")
public class OpenDossiersResource {

  @EJB private OpenDossiers dossiers;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Codes of open dossiers of a person and procedure")
  public JsonObject of(String body) {
    JsonObject json = IntakeJson.object(body);
    return Json.createObjectBuilder()
        .add(
            "codes",
            Json.createArrayBuilder(
                dossiers.of(
                    IntakeJson.text(json, "nationalId"), IntakeJson.text(json, "procedure"))))
        .build();
  }
}
