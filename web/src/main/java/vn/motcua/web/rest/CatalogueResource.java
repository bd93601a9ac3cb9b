package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.catalogue.CatalogueExchange;
import vn.motcua.catalogue.CatalogueProposals;
import vn.motcua.catalogue.ProcedureSheet;
import vn.motcua.catalogue.ProcedureVersions;
import vn.motcua.catalogue.ProcessSheet;
import vn.motcua.catalogue.ProcessVersion;
import vn.motcua.catalogue.ProcessVersions;
import vn.motcua.catalogue.Proposal;

/** The catalogue's versions, processes, proposals and files (danh mục). */
@RequestScoped
@Path("catalogue")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "catalogue")
public class CatalogueResource {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final int LARGEST_BODY = 200_000;

  @EJB private ProcedureVersions versions;
  @EJB private ProcessVersions processes;
  @EJB private CatalogueProposals proposals;
  @EJB private CatalogueExchange exchange;
  @Inject private RequestedDay day;

  @GET
  @Path("{code}/sheet")
  @Operation(summary = "All that is known of a procedure on a day, cell by cell")
  public Map<String, String> sheet(@PathParam("code") String code, @QueryParam("on") String on) {
    return versions.sheet(code, day.of(on)).cells();
  }

  @GET
  @Path("{code}/versions")
  @Operation(summary = "The versions of a procedure, the newest first")
  public List<ProcedureVersions.Span> history(@PathParam("code") String code) {
    return versions.history(code);
  }

  @GET
  @Path("{code}/processes")
  @Operation(summary = "The versions of its internal process, the newest first")
  public List<ProcessVersion> processes(@PathParam("code") String code) {
    return processes.versions(code);
  }

  @GET
  @Path("export.xlsx")
  @Produces(XLSX)
  @Operation(summary = "Everything in force on a day as a workbook that can be read back")
  public Response workbook(@QueryParam("on") String on) {
    return file(CatalogueExchange.Format.XLSX, XLSX, "danh-muc.xlsx", on);
  }

  @GET
  @Path("export.csv")
  @Produces("text/csv")
  @Operation(summary = "Everything in force on a day as CSV (UTF-8) that can be read back")
  public Response table(@QueryParam("on") String on) {
    return file(CatalogueExchange.Format.CSV, "text/csv; charset=UTF-8", "danh-muc.csv", on);
  }

  private Response file(CatalogueExchange.Format format, String type, String name, String on) {
    return Response.ok(exchange.export(format, day.of(on)), type)
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .build();
  }

  @GET
  @Path("proposals")
  @Operation(summary = "Proposals that wait, then those decided last")
  public List<Proposal> list() {
    return proposals.list();
  }

  @POST
  @Path("proposals")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Proposes a version",
      description =
          "kind: PROCEDURE or PROCESS; cells: as a sheet has them; from: first day; reason. Approving"
              + " is for somebody else.")
  public Response propose(String body) {
    Entry entry = entry(body);
    long id =
        "PROCESS".equals(entry.kind())
            ? proposals.propose(new ProcessSheet(entry.cells()), entry.from(), entry.reason())
            : proposals.propose(new ProcedureSheet(entry.cells()), entry.from(), entry.reason());
    return Response.status(Response.Status.CREATED)
        .entity(Json.createObjectBuilder().add("id", id).build().toString())
        .build();
  }

  @POST
  @Path("proposals/{id:\\d{1,18}}/approval")
  @Operation(summary = "Approves a proposal; not by who proposed it")
  public void approve(
      @PathParam("id") long id,
      @QueryParam("seen") @DefaultValue("0") int seen,
      @QueryParam("decision") @DefaultValue("") String decision) {
    proposals.approve(id, seen, decision);
  }

  @POST
  @Path("proposals/{id:\\d{1,18}}/rejection")
  @Operation(summary = "Rejects a proposal with a reason")
  public void reject(
      @PathParam("id") long id,
      @QueryParam("seen") @DefaultValue("0") int seen,
      @QueryParam("reason") @DefaultValue("") String reason) {
    proposals.reject(id, seen, reason);
  }

  private record Entry(String kind, Map<String, String> cells, LocalDate from, String reason) {}

  /** What cannot be read becomes empty, and the service says what is missing. */
  private Entry entry(String body) {
    if (body == null || body.length() > LARGEST_BODY) {
      return new Entry("", Map.of(), null, "");
    }
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      JsonObject json = reader.readObject();
      Map<String, String> cells = new HashMap<>();
      if (json.get("cells") instanceof JsonObject given) {
        given.forEach(
            (column, value) -> {
              if (value instanceof JsonString text) {
                cells.put(column, text.getString());
              }
            });
      }
      String from = text(json.get("from"));
      return new Entry(
          text(json.get("kind")),
          cells,
          from.isEmpty() ? null : day.of(from),
          text(json.get("reason")));
    } catch (JsonException e) {
      return new Entry("", Map.of(), null, "");
    }
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString text ? text.getString() : "";
  }
}
