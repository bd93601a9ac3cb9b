package vn.motcua.web.rest;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters of a question for figures, as they come. */
public class FigureParameters {

  @QueryParam("dataset")
  @Parameter(description = "code of the dataset, for example hanoi", required = true)
  String dataset;

  @QueryParam("from")
  @Parameter(description = "first day, yyyy-MM-dd, in the dataset's zone", required = true)
  String from;

  @QueryParam("to")
  @Parameter(description = "the day after the last, yyyy-MM-dd", required = true)
  String to;

  @QueryParam("unit")
  @Parameter(description = "code of the competent agency")
  String unit;

  @QueryParam("field")
  @Parameter(description = "code of the field")
  String field;

  @QueryParam("channel")
  @Parameter(description = "DIRECT, ONLINE, POST or OTHER")
  String channel;

  @QueryParam("dated")
  @Parameter(description = "true: only dossiers with a legal limit; false: only those without")
  String dated;

  @QueryParam("by")
  @Parameter(description = "none, unit, field, channel, day or month")
  String by;

  @QueryParam("horizon")
  @Parameter(description = "number of a horizon")
  Long horizon;
}
