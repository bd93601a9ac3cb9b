package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.figures.FigureFailure;
import vn.motcua.figures.FigureService;
import vn.motcua.figures.indicator.Dimension;
import vn.motcua.figures.indicator.IndicatorQuestion;
import vn.motcua.figures.indicator.IndicatorService;
import vn.motcua.figures.indicator.IndicatorSheet;
import vn.motcua.web.layout.Words;
import vn.motcua.web.leadership.IndicatorAddress;
import vn.motcua.web.leadership.IndicatorQuestions;

/** The register of indicators (sổ chỉ tiêu). */
@Path("/indicators")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "indicators")
public class IndicatorResource {

  private static final String PARAMETERS =
      "Parameters: dataset (code; else the first); from and to (yyyy-MM-dd, half-open), or as the"
          + " board: period, on, from and through; branch or unit (codes), field (id).";
  private static final String CSV = "text/csv; charset=UTF-8";

  @EJB private IndicatorService indicators;
  @EJB private FigureService figures;
  @Inject private IndicatorQuestions questions;
  @Inject private Words words;

  @GET
  @Operation(
      summary = "Every indicator: declaration, figure, and the referee's last verdict",
      description =
          PARAMETERS
              + " Those that have no legal meaning for what is asked are left out. A figure that"
              + " does not exist has no value: it is neither 0 nor 100 %.")
  public String register(@Context UriInfo uri) {
    IndicatorQuestion question = question(uri, false);
    return IndicatorJson.of(
        indicators.overview(question), figures.verdicts(question.dataset(), 1), question);
  }

  @GET
  @Path("csv")
  @Produces("text/csv")
  @Operation(summary = "The register as CSV (UTF-8)", description = PARAMETERS)
  public Response sheet(@Context UriInfo uri) {
    boolean english = words.locale().getLanguage().equals("en");
    return file(
        IndicatorSheet.register(indicators.overview(question(uri, false)), english),
        "so-chi-tieu.csv");
  }

  @GET
  @Path("{code}")
  @Operation(
      summary = "One indicator, whole or cut",
      description =
          PARAMETERS
              + " by: none, day, month, quarter, year, report (the 15th to the 14th), branch, unit,"
              + " field, side (that lost the time), procedure, as far as the indicator declares it; else 422.")
  public String indicator(@PathParam("code") String code, @Context UriInfo uri) {
    return IndicatorJson.of(indicators.read(code, question(uri, true)));
  }

  @GET
  @Path("{code}/csv")
  @Produces("text/csv")
  @Operation(summary = "The same as CSV (UTF-8)", description = PARAMETERS)
  public Response parts(@PathParam("code") String code, @Context UriInfo uri) {
    return file(IndicatorSheet.parts(indicators.read(code, question(uri, true))), "chi-tieu.csv");
  }

  private static Response file(byte[] content, String name) {
    return Response.ok(content, CSV)
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .build();
  }

  private IndicatorQuestion question(UriInfo uri, boolean cut) {
    MultivaluedMap<String, String> given = uri.getQueryParameters();
    IndicatorAddress address =
        IndicatorAddress.of(name -> "through".equals(name) ? through(given) : given.getFirst(name));
    return questions.of(address, cut ? address.by() : Dimension.NONE);
  }

  /** The day before the half-open end, as the board's address has it. */
  private static String through(MultivaluedMap<String, String> given) {
    String to = given.getFirst("to");
    if (to == null || to.isBlank()) {
      return given.getFirst("through");
    }
    try {
      return LocalDate.parse(to.strip()).minusDays(1).toString();
    } catch (DateTimeParseException e) {
      throw new FigureFailure.BadQuery("period");
    }
  }
}
