package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.processing.ReceptionRefusal;
import vn.motcua.processing.RefusalService;

/** Refusing at the counter (từ chối tiếp nhận, mẫu 03): nothing is accepted. */
@RequestScoped
@Path("reception/refusals")
@Tag(name = "reception")
public class RefusalsResource {

  @EJB private RefusalService refusals;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Refuses what was typed so far; the same request again is the same refusal")
  public JsonObject refuse(String body) {
    JsonObject json = IntakeJson.object(body);
    try {
      long id =
          refusals.refuse(
              json.getInt("branchId"),
              new ReceptionRefusal(
                  UUID.fromString(IntakeJson.text(json, "requestId")),
                  IntakeJson.text(json, "procedure"),
                  IntakeJson.text(json, "fullName"),
                  IntakeJson.text(json, "nationalId"),
                  IntakeJson.text(json, "address"),
                  IntakeJson.text(json, "phone"),
                  IntakeJson.text(json, "email"),
                  IntakeJson.text(json, "submitter"),
                  IntakeJson.text(json, "reason")));
      return Json.createObjectBuilder()
          .add("id", id)
          .add("form", "/api/v1/reception/refusals/" + id + "/form")
          .build();
    } catch (ClassCastException | NullPointerException | IllegalArgumentException e) {
      throw new BadRequestException(e);
    }
  }

  @GET
  @Path("{id: \\d{1,18}}/form")
  @Produces("application/pdf")
  @Operation(summary = "Form 03 as PDF/A; issued once, then kept as printed")
  public Response form(@PathParam("id") long id) {
    return DossierFormsResource.pdf(refusals.print(id));
  }
}
