package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.figures.FigureFailure;
import vn.motcua.figures.FigureService;
import vn.motcua.figures.Horizon;

/** Named cuts of the log (mốc chốt số liệu). */
@Path("/horizons")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "figures")
public class HorizonsResource {

  @EJB private FigureService figures;

  @POST
  @Operation(
      summary = "Marks a horizon now",
      description =
          "Waits up to 8 s until the stream's figures at the cut are kept (FROZEN). MISSED: the"
              + " stream is stopped or far behind; the referee can be asked at the horizon all the"
              + " same.")
  public Response mark(
      @QueryParam("dataset") String dataset,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @Context SecurityContext who,
      @Context UriInfo address) {
    if (dataset == null) {
      throw new FigureFailure.BadQuery("dataset");
    }
    Horizon horizon = figures.mark(dataset, day(from), day(to), Login.of(who));
    return Response.created(
            address.getAbsolutePathBuilder().path(Long.toString(horizon.id())).build())
        .entity(FigureJson.of(horizon).build().toString())
        .build();
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "A horizon as it is now")
  public String find(@PathParam("id") long id) {
    return FigureJson.of(figures.horizon(id)).build().toString();
  }

  private static LocalDate day(String text) {
    if (text == null) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new FigureFailure.BadQuery("period");
    }
  }
}
