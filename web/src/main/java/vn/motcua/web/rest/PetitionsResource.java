package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.feedback.NewPetition;
import vn.motcua.feedback.Petition;
import vn.motcua.feedback.PetitionKind;
import vn.motcua.feedback.PetitionService;
import vn.motcua.feedback.PublicPetitions;

/** The register of complaints (khiếu nại) and denunciations (tố cáo). */
@RequestScoped
@Path("petitions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "feedback")
public class PetitionsResource {

  @EJB private PetitionService petitions;
  @EJB private PublicPetitions outcomes;
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

  @GET
  @Operation(summary = "The register, the latest first; never who sent one")
  public List<Petition> list() {
    return petitions.list();
  }

  @GET
  @Path("outcomes")
  @Operation(summary = "Published outcomes for everybody, the latest first, 20 a page")
  public List<PublicPetitions.Outcome> outcomes(@QueryParam("page") int page) {
    return outcomes.published(page);
  }

  @POST
  @Path("{id:\\d{1,18}}/route")
  @Operation(summary = "Hands it to who decides by law: to, basis")
  public void route(@PathParam("id") long id, String body) {
    Said json = Said.in(body);
    petitions.route(id, json.text("to"), json.text("basis"));
  }

  @POST
  @Path("{id:\\d{1,18}}/outcome")
  @Operation(summary = "Records how it ended: outcome, document")
  public void settle(@PathParam("id") long id, String body) {
    Said json = Said.in(body);
    petitions.settle(id, json.text("outcome"), json.text("document"));
  }

  @POST
  @Path("{id:\\d{1,18}}/publication")
  @Operation(summary = "Publishes the outcome in words that name nobody: text")
  public void publish(@PathParam("id") long id, String body) {
    petitions.publish(id, Said.in(body).text("text"));
  }
}
