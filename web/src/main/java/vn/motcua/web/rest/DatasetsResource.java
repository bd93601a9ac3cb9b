package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dataset.DatasetDirectory;
import vn.motcua.dataset.DatasetSummary;

/** The datasets that have figures. */
@Path("/datasets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "figures")
public class DatasetsResource {

  @EJB private DatasetDirectory datasets;

  @GET
  @Operation(summary = "All active datasets, the city first")
  public String list() {
    JsonArrayBuilder list = Json.createArrayBuilder();
    for (DatasetSummary dataset : datasets.active()) {
      JsonObjectBuilder json =
          Json.createObjectBuilder()
              .add("code", dataset.code())
              .add("name", dataset.name())
              .add("kind", dataset.kind())
              .add("zone", dataset.zone().getId());
      if (dataset.clockEnd() != null) {
        json.add("clockEnd", dataset.clockEnd().toString());
      }
      list.add(json);
    }
    return list.build().toString();
  }
}
