package vn.motcua.web.rest;

import jakarta.ws.rs.QueryParam;

/**
 * The query parameters of a question for figures, as they come. They are described at the resource:
 * Payara's OpenAPI reader cannot take descriptions here.
 */
public class FigureParameters {

  @QueryParam("dataset")
  String dataset;

  @QueryParam("from")
  String from;

  @QueryParam("to")
  String to;

  @QueryParam("unit")
  String unit;

  @QueryParam("field")
  String field;

  @QueryParam("channel")
  String channel;

  @QueryParam("dated")
  String dated;

  @QueryParam("by")
  String by;

  @QueryParam("horizon")
  Long horizon;
}
