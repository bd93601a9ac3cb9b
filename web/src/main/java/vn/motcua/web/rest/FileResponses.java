package vn.motcua.web.rest;

import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import vn.motcua.reception.FileContent;

/** Scans as answers that run and load nothing. */
final class FileResponses {

  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

  private FileResponses() {}

  static Response inline(FileContent found) {
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

  /** A printed form. */
  static Response pdf(byte[] pdf, String name) {
    return Response.ok(pdf, "application/pdf")
        .header("Content-Disposition", "inline; filename=\"" + name + ".pdf\"")
        .header("Cache-Control", "no-store")
        .build();
  }
}
