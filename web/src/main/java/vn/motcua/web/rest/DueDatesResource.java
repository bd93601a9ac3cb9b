package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.catalogue.ProcedureDeadlines;
import vn.motcua.worktime.DueDate;
import vn.motcua.worktime.DueDateQuestion;
import vn.motcua.worktime.DueDateService;

/** When something is due (tra cứu hạn giải quyết), and why. */
@Path("due-dates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Working time")
public class DueDatesResource {
  @EJB private DueDateService dueDates;
  @EJB private ProcedureDeadlines deadlines;

  @GET
  @Operation(
      operationId = "dueDate",
      summary = "The due moment of a term, with the reason of every day",
      description =
          "Explanations are Vietnamese unless Accept-Language prefers English. A provisional due"
              + " moment is an estimate: holidays on the way are not settled.")
  @APIResponse(responseCode = "200", description = "The due moment")
  @APIResponse(
      responseCode = "422",
      description = "The question cannot be answered; the problem's code says why")
  public DueDate dueDate(
      @Parameter(
              description =
                  "Code of a procedure, instead of allowance and unit: its published limit for the"
                      + " channel counts, with the 15:00 rule where the result is given on the day")
          @QueryParam("procedure")
          String procedure,
      @Parameter(
              description = "Whole number of units; required without a procedure",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
          @QueryParam("allowance")
          String allowance,
      @Parameter(
              description = "Required without a procedure",
              schema =
                  @Schema(
                      enumeration = {"working_days", "calendar_days", "working_hours", "months"}))
          @QueryParam("unit")
          String unit,
      @Parameter(
              required = true,
              description = "ISO 8601: a local date-time of the calendar's zone, or with an offset",
              example = "2026-11-20T15:30")
          @QueryParam("received")
          String received,
      @Parameter(schema = @Schema(enumeration = {"direct", "post", "online"}))
          @QueryParam("channel")
          String channel,
      @Parameter(description = "Code of the working calendar; the city's where none is given")
          @QueryParam("calendar")
          String calendar,
      @Context HttpHeaders headers) {
    DueDateQuestion question =
        new DueDateQuestion(
            allowance,
            unit,
            received,
            channel,
            calendar,
            headers.getAcceptableLanguages().getFirst());
    return procedure == null || procedure.isBlank()
        ? dueDates.dueDate(question)
        : deadlines.dueDate(procedure, question);
  }
}
