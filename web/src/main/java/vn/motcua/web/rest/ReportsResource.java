package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.json.Json;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dataset.DatasetFailure;
import vn.motcua.reporting.IssuedReport;
import vn.motcua.reporting.ReportingService;

/** Periodic reports (báo cáo định kỳ). */
@Path("/reports")
@Tag(name = "reports")
public class ReportsResource {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @EJB private ReportingService reporting;

  @POST
  @Path("/ii-06a")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Issues Biểu II.06a",
      description =
          "period: 2026 (year), 2026-H1, 2026-Q1, 2026-03 (periods of NĐ 09/2019: 15th to 14th) or"
              + " 2026-03-01..2026-03-31 (first and last day). The figures are frozen at a horizon"
              + " and must agree with the referee.")
  public Response issue(
      @QueryParam("dataset") String dataset,
      @QueryParam("unit") String unit,
      @QueryParam("period") String period,
      @Context SecurityContext who,
      @Context UriInfo address) {
    if (dataset == null) {
      throw new DatasetFailure.Unknown("");
    }
    IssuedReport report = reporting.issueProcedureResults(dataset, unit, period, Login.of(who));
    String base = address.getBaseUriBuilder().path("reports/" + report.id()).build().toString();
    return Response.created(java.net.URI.create(base + ".pdf"))
        .entity(
            Json.createObjectBuilder()
                .add("id", report.id())
                .add("form", report.form())
                .add("from", report.from().toString())
                .add("to", report.to().toString())
                .add("horizon", report.horizon())
                .add("issuedAt", report.issuedAt().toString())
                .add("pdf", base + ".pdf")
                .add("xlsx", base + ".xlsx")
                .build()
                .toString())
        .build();
  }

  @GET
  @Path("/{id:\\d{1,18}}.pdf")
  @Produces("application/pdf")
  @Operation(summary = "An issued report as PDF/A, byte for byte as issued")
  public Response pdf(@PathParam("id") long id) {
    return document(id, IssuedReport.Format.PDF, "application/pdf", ".pdf");
  }

  @GET
  @Path("/{id:\\d{1,18}}.xlsx")
  @Produces(XLSX)
  @Operation(summary = "An issued report as a workbook, byte for byte as issued")
  public Response xlsx(@PathParam("id") long id) {
    return document(id, IssuedReport.Format.XLSX, XLSX, ".xlsx");
  }

  private Response document(long id, IssuedReport.Format format, String type, String suffix) {
    return Response.ok(reporting.bytes(id, format), type)
        .header("Content-Disposition", "inline; filename=\"II-06a-" + id + suffix + "\"")
        .build();
  }
}
