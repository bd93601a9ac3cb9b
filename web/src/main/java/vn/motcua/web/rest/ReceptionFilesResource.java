package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.reception.FileContent;
import vn.motcua.reception.FileService;
import vn.motcua.reception.StoredFile;

/** Scans of papers. The body is the file itself; what it is is seen from its content. */
@RequestScoped
@Path("reception/files")
@Tag(name = "reception")
public class ReceptionFilesResource {

  /** Keeps a scan that is shown from running or loading anything. */
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

  @EJB private FileService files;

  @POST
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Takes a PDF, JPEG or PNG up to the configured size")
  public Response store(
      @QueryParam("branch") int branch,
      @QueryParam("name") @DefaultValue("") String name,
      InputStream body)
      throws IOException {
    // One byte more than is allowed, so that too much is noticed and never read whole.
    byte[] content = body.readNBytes(Math.toIntExact(files.largest() + 1));
    StoredFile file = files.store(branch, name, content);
    return Response.status(201)
        .entity(
            Json.createObjectBuilder()
                .add("id", file.id().toString())
                .add("name", file.name())
                .add("mediaType", file.mediaType())
                .add("size", file.size())
                .build()
                .toString())
        .build();
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Removes a file that hangs on no dossier yet")
  public void remove(@PathParam("id") String id) {
    files.remove(ReceptionResource.uuid(id));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Shows a file to those whose dossier it is; audited")
  public Response open(@PathParam("id") String id) {
    FileContent found = files.open(ReceptionResource.uuid(id));
    String name =
        URLEncoder.encode(found.file().name(), StandardCharsets.UTF_8).replace("+", "%20");
    Response.ResponseBuilder response =
        Response.ok(found.content(), found.file().mediaType())
            .header("Content-Disposition", "inline; filename*=UTF-8''" + name)
            .header("X-Content-Type-Options", "nosniff")
            .header("Cache-Control", "no-store");
    if (!"application/pdf".equals(found.file().mediaType())) {
      // A browser's own PDF viewer does not work in a sandbox; active PDFs are refused at the door.
      response.header("Content-Security-Policy", POLICY);
    }
    return response.build();
  }
}
