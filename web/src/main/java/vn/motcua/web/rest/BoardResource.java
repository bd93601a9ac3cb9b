package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.figures.board.BoardQuestion;
import vn.motcua.figures.board.BoardService;
import vn.motcua.figures.index.IndexService;
import vn.motcua.figures.index.MeanTime;
import vn.motcua.figures.index.NationalCounts;
import vn.motcua.web.leadership.BoardAddress;
import vn.motcua.web.leadership.BoardDossiers;
import vn.motcua.web.leadership.BoardQuestions;

/** The leadership's board (bảng 3–3–3). */
@Path("/board")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "board")
public class BoardResource {

  private static final String PARAMETERS =
      "Parameters: dataset (code; else the first); period (day, week, month, quarter, year, report:"
          + " the 15th to the 14th, range) with on (a day of it; else today), or from and through"
          + " (both included); branch (code); field (id).";

  @EJB private BoardService boards;
  @EJB private IndexService index;
  @EJB private NationalCounts counts;

  @Inject private BoardQuestions questions;

  @GET
  @Operation(
      summary = "Nine goals, with numerator, denominator, target and what stands beside them",
      description =
          PARAMETERS + " A figure without a denominator is state EMPTY, never 0 or 100 %.")
  public String board(@Context UriInfo uri) {
    return BoardJson.of(boards.board(questions.of(address(uri))));
  }

  @GET
  @Path("/dossiers")
  @Operation(
      summary = "The dossiers behind a figure",
      description =
          PARAMETERS
              + " measure: overdue (at present, whatever the period), due-late, due, late, on-time,"
              + " resolved, received; after: what the page before says as next. Nothing personal.")
  public String dossiers(@Context UriInfo uri) {
    return BoardJson.of(
        boards.dossiers(
            questions.of(address(uri)),
            BoardDossiers.measure(uri.getQueryParameters().getFirst("measure")),
            uri.getQueryParameters().getFirst("after")));
  }

  @GET
  @Path("/index")
  @Operation(
      summary = "The index of QĐ 766/QĐ-TTg, component by component",
      description =
          PARAMETERS
              + " Of the whole dataset only. Points are hundredths; a component without source or"
              + " denominator has none.")
  public String index(@Context UriInfo uri) {
    BoardQuestion question = questions.of(address(uri));
    return BoardJson.of(
        index.read(question.dataset(), question.period().from(), question.period().to()));
  }

  @GET
  @Path("/index/mean-time")
  @Operation(
      summary = "The mean time to resolve of one procedure (2.2)",
      description =
          PARAMETERS
              + " procedure: its code. Minutes of all dossiers together, how many, and the unit of"
              + " the procedure's limit; without a dossier there is no mean.")
  public MeanTime meanTime(@QueryParam("procedure") String procedure, @Context UriInfo uri) {
    BoardQuestion question = questions.of(address(uri));
    return index.meanTime(
        question.dataset(), procedure, question.period().from(), question.period().to());
  }

  @POST
  @Path("/index/national-counts")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "What only the national portal counts of a month (component 1.4)",
      description =
          "dataset; body: month (yyyy-MM), synchronised, reported, portal (whole numbers), source."
              + " The last entry of a month counts; all are kept.")
  public void enter(@QueryParam("dataset") String dataset, String body) {
    Said said = Said.in(body);
    counts.enter(
        dataset,
        month(said.text("month")),
        said.number("synchronised"),
        said.number("reported"),
        said.number("portal"),
        said.text("source"));
  }

  /** Null where it is none: the service refuses it, after it has asked who calls. */
  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static BoardAddress address(UriInfo uri) {
    return BoardAddress.of(uri.getQueryParameters()::getFirst);
  }
}
