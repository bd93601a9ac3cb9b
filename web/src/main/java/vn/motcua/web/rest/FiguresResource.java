package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.figures.Comparison;
import vn.motcua.figures.FigureFailure;
import vn.motcua.figures.FigureService;

/** The figures of a period, from the stream or from the referee, now or at a horizon. */
@Path("/figures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "figures")
public class FiguresResource {

  @EJB private FigureService figures;

  @Inject private FigureParts parts;

  @GET
  @Operation(
      summary = "The stream's figures",
      description =
          "Parameters: dataset (code); from, to (yyyy-MM-dd, half-open, days of the dataset's zone; without"
              + " both: from the first receipt to the end of the dataset's clock);"
              + " unit, field (codes), channel (DIRECT, ONLINE, POST, OTHER), dated (true: only"
              + " dossiers with a legal limit); by (none, unit, field, channel, day, month); horizon"
              + " (its number). Without a horizon: the newest, with the stream's position and age. With one: exactly"
              + " those of the cut.")
  public String stream(@BeanParam FigureParameters parameters) {
    return FigureJson.of(figures.stream(parts.query(parameters)), parts);
  }

  @GET
  @Path("/referee")
  @Operation(
      summary = "The referee's recount",
      description =
          "Counted from the operational history by SQL that shares nothing with the stream.")
  public String referee(@BeanParam FigureParameters parameters) {
    return FigureJson.of(figures.referee(parts.query(parameters)), parts);
  }

  @GET
  @Path("/comparison")
  @Operation(
      summary = "Stream against referee at a horizon, cell by cell",
      description = "“khớp” where all are equal, else “lệch” with the differing cells.")
  public String comparison(
      @QueryParam("dataset") String dataset, @QueryParam("horizon") Long horizon) {
    if (dataset == null) {
      throw new FigureFailure.BadQuery("dataset");
    }
    if (horizon == null) {
      throw new FigureFailure.UnknownHorizon(0);
    }
    Comparison comparison = figures.compare(dataset, horizon);
    return FigureJson.of(comparison, parts);
  }
}
