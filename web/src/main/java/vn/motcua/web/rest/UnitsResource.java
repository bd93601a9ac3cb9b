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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.organisation.OrganisationDirectory;
import vn.motcua.organisation.OrganisationFailure;
import vn.motcua.organisation.ServedArea;
import vn.motcua.organisation.UnitDetail;
import vn.motcua.organisation.UnitKind;
import vn.motcua.organisation.UnitPage;

/** Bodies of the city (đơn vị). A code means nothing without a day. */
@RequestScoped
@Path("units")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "units")
public class UnitsResource {

  @EJB private OrganisationDirectory directory;
  @Inject private RequestedDay day;

  @GET
  @Operation(summary = "Bodies of a kind, or of all kinds, in the order of their codes")
  public UnitPage list(
      @QueryParam("kind") @DefaultValue("") String kind,
      @Parameter(description = "Day, year-month-day, in the city's zone; default today")
          @QueryParam("on")
          String on,
      @Parameter(description = "Rows of a page, 1 to 1000; default 200") @QueryParam("limit")
          String limit,
      @Parameter(description = "`next` of the former page") @QueryParam("after") String after) {
    return directory.units(kind(kind), day.of(on), after, PageSize.of(limit, 200));
  }

  @GET
  @Path("{code}")
  @Operation(summary = "The body that had this code on a day")
  public UnitDetail find(@PathParam("code") String code, @QueryParam("on") String on) {
    return directory.unit(code, day.of(on));
  }

  @GET
  @Path("{code}/areas")
  @Operation(summary = "The districts or communes that a branch serves on a day")
  public List<ServedArea> served(@PathParam("code") String code, @QueryParam("on") String on) {
    return directory.served(code, day.of(on));
  }

  @GET
  @Path("{code}/successors")
  @Operation(summary = "Who took over the area of a body that existed on a day")
  public List<UnitDetail> successors(@PathParam("code") String code, @QueryParam("on") String on) {
    return directory.successors(code, day.of(on));
  }

  private static UnitKind kind(String name) {
    String wanted = name.strip().toUpperCase(Locale.ROOT);
    return wanted.isEmpty()
        ? null
        : Arrays.stream(UnitKind.values())
            .filter(kind -> kind.name().equals(wanted))
            .findFirst()
            .orElseThrow(() -> new OrganisationFailure.UnknownKind(name));
  }
}
