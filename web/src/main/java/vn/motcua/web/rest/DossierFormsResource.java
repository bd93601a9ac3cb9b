package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.processing.FormFile;
import vn.motcua.processing.FormService;

/** The forms about a dossier (mẫu 02, 04, 05, 06 của TT 03/2025/TT-VPCP). */
@RequestScoped
@Path("dossiers/{code}/forms")
@Tag(name = "processing")
public class DossierFormsResource {

  @EJB private FormService forms;

  @GET
  @Path("{number: 0[0-9]}")
  @Produces("application/pdf")
  @Operation(
      summary = "Form 02, 04, 05 or 06 as PDF/A; a form is issued once, then kept as printed")
  public Response print(
      @PathParam("code") String code,
      @PathParam("number") String number,
      @QueryParam("which") @DefaultValue("0") int which,
      @QueryParam("dataset") String dataset) {
    return pdf(forms.print(code, dataset, number, which));
  }

  static Response pdf(FormFile form) {
    return Response.ok(form.pdf())
        .header("Content-Disposition", "inline; filename=\"" + form.name() + "\"")
        .header("Cache-Control", "no-store")
        .build();
  }
}
