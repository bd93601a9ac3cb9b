package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.processing.DossierAffairs;
import vn.motcua.processing.DossierFile;

/** The two clocks of a dossier: as the law counts, and as QĐ 766 scores. */
@RequestScoped
@Path("dossiers/{code}/clocks")
@Tag(name = "processing")
public class DossierClocksResource {

  @EJB private DossierFile dossiers;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Due moment, what is subtracted and whether in time, by law and by QĐ 766",
      description =
          "Moments are UTC. usedMinutes and pausedMinutes are working time, waitedMinutes is time"
              + " of the wall clock.")
  public JsonObject of(@PathParam("code") String code, @QueryParam("dataset") String dataset) {
    DossierAffairs.Clocks clocks = dossiers.open(code, dataset).affairs().clocks();
    DossierAffairs.LegalClock law = clocks.legal();
    DossierAffairs.IndexClock index = clocks.index();
    JsonObjectBuilder legal =
        Json.createObjectBuilder()
            .add("usedMinutes", law.used())
            .add("pausedMinutes", law.paused())
            .add("inTime", law.inTime());
    moment(legal, "dueAt", law.dueAt());
    moment(legal, "restartedAt", law.restartedAt());
    JsonObjectBuilder scored =
        Json.createObjectBuilder()
            .add("usedMinutes", index.used())
            .add("waitedMinutes", index.waited())
            .add("requests", index.requests())
            .add("inTime", index.inTime());
    moment(scored, "dueAt", index.dueAt());
    return Json.createObjectBuilder()
        .add("ended", clocks.ended())
        .add("legal", legal)
        .add("index766", scored)
        .build();
  }

  private static void moment(JsonObjectBuilder json, String name, Instant moment) {
    if (moment != null) {
      json.add(name, moment.toString());
    }
  }
}
