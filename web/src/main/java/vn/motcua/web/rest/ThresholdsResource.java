package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.deadlines.Threshold;
import vn.motcua.deadlines.ThresholdChange;
import vn.motcua.deadlines.ThresholdTable;
import vn.motcua.deadlines.Thresholds;

/** Thresholds of alerts, of who is told, and of overload, with their days. */
@RequestScoped
@Path("thresholds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "figures")
public class ThresholdsResource {

  @EJB private Thresholds thresholds;
  @Inject private RequestedDay day;

  @GET
  @Operation(
      summary = "What holds today and what is set for later",
      description = "Roles: administrator, auditor.")
  public List<Threshold> list() {
    return thresholds.list();
  }

  @GET
  @Path("changes")
  @Operation(
      summary = "Who moved which threshold, the newest first",
      description = "Roles: administrator, auditor.")
  public List<ThresholdChange> journal() {
    return thresholds.journal();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Moves a threshold from a day on",
      description =
          "Role: administrator. Body: {\"table\": \"ALERT\" | \"ESCALATION\" | \"OVERLOAD\","
              + " \"kind\": …, \"part\": …, \"value\": …, \"from\": \"2026-12-01\", \"basis\": …};"
              + " kind and part as the list says. From today on only. With \"procedure\" (a code)"
              + " instead of table and part: a rule of its own for alerts about it.")
  public Response change(String body) {
    Said json = Said.in(body);
    Integer value = json.number("value") == null ? null : Integer.valueOf(json.whole("value"));
    LocalDate from = day.of(json.text("from"));
    if (json.has("procedure")) {
      thresholds.changeFor(
          json.text("procedure"), json.text("kind"), value, from, json.text("basis"));
    } else {
      thresholds.change(
          json.one(ThresholdTable.class, "table"),
          json.text("kind"),
          json.text("part"),
          value,
          from,
          json.text("basis"));
    }
    return Response.noContent().build();
  }

  @POST
  @Path("ends")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Ends a procedure's own threshold: from that day on the general one again",
      description =
          "Role: administrator. Body: {\"procedure\": code, \"kind\": …, \"from\": \"2026-12-01\","
              + " \"basis\": …}. From today on, and after the day it begins on.")
  public Response end(String body) {
    Said json = Said.in(body);
    thresholds.endFor(
        json.text("procedure"), json.text("kind"), day.of(json.text("from")), json.text("basis"));
    return Response.noContent().build();
  }
}
