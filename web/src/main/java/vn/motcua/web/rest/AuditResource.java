package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.audit.AuditSeals;

/** The audit trail (nhật ký kiểm toán), for who checks it. */
@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit")
public class AuditResource {

  @EJB private AuditSeals seals;

  @GET
  @Path("/verification")
  @Operation(
      summary = "Computes every seal of the audit trail again",
      description =
          "intact: nothing sealed was altered, removed or slipped in. newest: the digest of the"
              + " newest seal, to be compared with the one kept elsewhere (the server's log tells"
              + " each). Roles: auditor, administrator.")
  public String verification() {
    List<AuditSeals.Broken> broken = seals.verify();
    JsonArrayBuilder numbers = Json.createArrayBuilder();
    broken.forEach(seal -> numbers.add(seal.seal()));
    JsonObjectBuilder json =
        Json.createObjectBuilder().add("intact", broken.isEmpty()).add("brokenSeals", numbers);
    seals.newest().ifPresent(digest -> json.add("newest", digest));
    return json.build().toString();
  }
}
