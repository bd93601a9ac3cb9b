package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.certification.Book;
import vn.motcua.certification.Certification;
import vn.motcua.certification.CertificationOrder;
import vn.motcua.certification.CertificationService;
import vn.motcua.reception.IntakeFailure;

/** Certified copies and signatures (chứng thực). */
@RequestScoped
@Path("certifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "certification")
public class CertificationsResource {

  @EJB private CertificationService service;
  @Inject private RequestedDay day;
  @Context private HttpHeaders headers;

  @GET
  @Path("fee")
  @Operation(summary = "What so many copies of so many pages cost today, in đồng")
  public Map<String, Long> fee(
      @QueryParam("book") String book,
      @QueryParam("pages") int pages,
      @QueryParam("copies") int copies) {
    return Map.of(
        "fee",
        service.fee(
            book(book), electronic(book), Math.clamp(pages, 0, 2000), Math.clamp(copies, 0, 999)));
  }

  @GET
  @Operation(summary = "A branch's entries of a day, the latest first")
  public List<Certification> day(@QueryParam("branch") int branch, @QueryParam("on") String on) {
    return service.day(branch, day.of(on));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary =
          "Certifies: requestId, book (COPY, ELECTRONIC_COPY or SIGNATURE), agencyId, requester,"
              + " nationalId, title, pages, copies,"
              + " counter (takes the fee in cash at once, with a receipt)")
  public Response certify(@QueryParam("branch") int branch, String body) {
    JsonObject json = IntakeJson.object(body);
    Integer agency = IntakeJson.number(json, "agencyId");
    try {
      return Response.status(201)
          .entity(
              service.certify(
                  branch,
                  new CertificationOrder(
                      ReceptionResource.uuid(IntakeJson.text(json, "requestId")),
                      book(IntakeJson.text(json, "book")),
                      agency == null ? 0 : agency,
                      IntakeJson.text(json, "requester"),
                      IntakeJson.text(json, "nationalId"),
                      IntakeJson.text(json, "title"),
                      json.getInt("pages", 0),
                      json.getInt("copies", 0),
                      IntakeJson.text(json, "counter"),
                      electronic(IntakeJson.text(json, "book")))))
          .build();
    } catch (IntakeFailure.Refused refused) {
      return IntakeJson.refusal(refused, RequestLanguage.of(headers));
    }
  }

  private static boolean electronic(String book) {
    return "ELECTRONIC_COPY".equals(book);
  }

  private static Book book(String name) {
    return "SIGNATURE".equals(name) ? Book.SIGNATURE : Book.COPY;
  }
}
