package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.catalogue.ProcedureCatalogue;
import vn.motcua.catalogue.ProcedureDetail;
import vn.motcua.catalogue.ProcedurePage;

/** Administrative procedures (thủ tục hành chính). */
@RequestScoped
@Path("procedures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "procedures")
public class ProceduresResource {

  @EJB private ProcedureCatalogue catalogue;
  @Inject private RequestedDay day;

  @GET
  @Operation(summary = "Searches procedures by words of the name or by code, with or without marks")
  public ProcedurePage search(
      @QueryParam("q") @DefaultValue("") String fragment,
      @Parameter(description = "Day, year-month-day, in the city's zone; default today")
          @QueryParam("on")
          String on,
      @Parameter(description = "Rows of a page, 1 to 100; default 20") @QueryParam("limit")
          String limit,
      @Parameter(description = "`next` of the former page") @QueryParam("after") String after) {
    return catalogue.search(fragment, PageSize.of(limit, 20), day.of(on), after);
  }

  @GET
  @Path("{code}")
  @Operation(
      summary = "A procedure as it stands on a day. Limits or fees that are absent are unknown")
  public ProcedureDetail find(@PathParam("code") String code, @QueryParam("on") String on) {
    return catalogue.find(code, day.of(on));
  }
}
