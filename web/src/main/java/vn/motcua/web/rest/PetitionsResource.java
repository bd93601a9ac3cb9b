package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.feedback.NewPetition;
import vn.motcua.feedback.PetitionKind;
import vn.motcua.feedback.PetitionService;

/** The register of complaints (khiếu nại) and denunciations (tố cáo). */
@RequestScoped
@Path("petitions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "feedback")
public class PetitionsResource {

  @EJB private PetitionService petitions;
  @Inject private RequestedDay days;

  @POST
  @Operation(summary = "Enters a complaint or denunciation into the register of a branch")
  public Response register(String body) {
    Said json = Said.in(body);
    String code =
        petitions.register(
            new NewPetition(
                json.one(PetitionKind.class, "kind"),
                json.whole("branch"),
                json.text("subject"),
                json.whole("aboutUnit"),
                json.yes("aboutConduct"),
                json.has("conductOn") ? days.of(json.text("conductOn")) : null,
                json.text("fullName"),
                json.text("phone"),
                json.text("address"),
                json.text("content")));
    return Response.status(201).entity(Map.of("code", code)).build();
  }
}
