package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import vn.motcua.processing.DossierFile;

/** Papers and results of dossiers, to be looked at by those who may read the dossier. */
@Path("/dossiers/{code}/files")
public class DossierFilesResource {

  @EJB private DossierFile dossiers;

  /** The file as it was checked when it came in; nobody but this reader keeps it. */
  @GET
  @Path("/{id}")
  public Response content(
      @PathParam("code") String code,
      @PathParam("id") UUID id,
      @QueryParam("dataset") String dataset) {
    DossierFile.Content file = dossiers.content(code, dataset, id);
    CacheControl nowhere = new CacheControl();
    nowhere.setNoStore(true);
    return Response.ok(file.bytes(), file.mediaType())
        .cacheControl(nowhere)
        .header(
            "Content-Disposition",
            "inline; filename*=UTF-8''"
                + URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20"))
        .build();
  }
}
