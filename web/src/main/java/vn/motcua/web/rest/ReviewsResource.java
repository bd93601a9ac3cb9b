package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.catalogue.ProcedureReviews;

/** Reviews of procedures with their impact (rà soát, đơn giản hóa). */
@RequestScoped
@Path("reviews")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "catalogue")
public class ReviewsResource {

  @EJB private ProcedureReviews reviews;

  @GET
  @Path("present")
  @Operation(summary = "Steps, papers, days and cost of a procedure as it is")
  public ProcedureReviews.Figures present(
      @QueryParam("procedure") @DefaultValue("") String procedure) {
    return reviews.present(procedure);
  }

  @POST
  @Operation(
      summary = "Proposes a simplification",
      description =
          "procedure, reason, measures; steps, papers, tenthsOfDays, cost (đồng) as they would be;"
              + " volume a year")
  public Response propose(String body) {
    Said json = Said.in(body);
    long id =
        reviews.propose(
            json.text("procedure"),
            json.text("reason"),
            json.text("measures"),
            new ProcedureReviews.Figures(
                json.whole("steps"),
                json.whole("papers"),
                json.whole("tenthsOfDays"),
                json.numberOr0("cost")),
            json.whole("volume"));
    return Response.status(201).entity(Map.of("id", id)).build();
  }

  @POST
  @Path("{id:\\d{1,18}}/assessment")
  @Operation(summary = "What the office says of it: seen, assessment")
  public void assess(@PathParam("id") long id, String body) {
    Said json = Said.in(body);
    reviews.assess(id, json.whole("seen"), json.text("assessment"));
  }

  @POST
  @Path("{id:\\d{1,18}}/decision")
  @Operation(summary = "Accepts or declines it: seen, accepted, decision")
  public void decide(@PathParam("id") long id, String body) {
    Said json = Said.in(body);
    reviews.decide(id, json.whole("seen"), json.yes("accepted"), json.text("decision"));
  }

  @POST
  @Path("{id:\\d{1,18}}/version")
  @Operation(summary = "Names the catalogue's proposal that carries it out: seen, proposal")
  public void carry(@PathParam("id") long id, String body) {
    Said json = Said.in(body);
    reviews.carry(id, json.whole("seen"), json.numberOr0("proposal"));
  }
}
