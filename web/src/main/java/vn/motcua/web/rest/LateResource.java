package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.figures.FigureFailure;
import vn.motcua.figures.late.LateCauses;
import vn.motcua.figures.late.LateDossier;
import vn.motcua.figures.late.LateSide;

/** Why dossiers were late (nguyên nhân trễ). */
@RequestScoped
@Path("late-causes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "board")
public class LateResource {

  @EJB private LateCauses causes;

  @GET
  @Operation(
      summary = "Late dossiers with the side that lost the time, by rule and by an officer's word",
      description =
          "Those first due from from (yyyy-MM-dd; else the first of this month) to before to (else"
              + " tomorrow), of the caller's bodies; working minutes; at most 200.")
  public List<LateDossier> list(
      @QueryParam("dataset") String dataset,
      @QueryParam("from") String from,
      @QueryParam("to") String to) {
    return causes.list(dataset, day(from), day(to));
  }

  @POST
  @Path("{code}")
  @Operation(
      summary = "An officer says why: side, words",
      description =
          "side: INTAKE, AGENCY, CONSULTED, APPLICANT, RETURN, UNKNOWN. The last word counts; all"
              + " are kept.")
  public void say(
      @QueryParam("dataset") String dataset, @PathParam("code") String code, String body) {
    Said said = Said.in(body);
    causes.say(dataset, code, said.one(LateSide.class, "side"), said.text("words"));
  }

  private static LocalDate day(String text) {
    try {
      return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw new FigureFailure.BadQuery("period");
    }
  }
}
