package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.processing.FormService;

/** The register of dossiers (sổ theo dõi hồ sơ, mẫu 07). */
@RequestScoped
@Path("registers")
@Tag(name = "processing")
public class RegistersResource {

  @EJB private FormService forms;

  @GET
  @Produces("application/pdf")
  @Operation(summary = "Form 07 of a branch and its days of receipt, as PDF/A")
  public Response register(
      @QueryParam("branch") int branch,
      @QueryParam("from") String from,
      @QueryParam("to") String to) {
    return DossierFormsResource.pdf(forms.register(branch, day(from), day(to)));
  }

  private static LocalDate day(String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException none) {
      return null;
    }
  }
}
