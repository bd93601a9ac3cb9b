package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.reception.PaperChange;
import vn.motcua.reception.PersonChange;
import vn.motcua.reception.ReceiptCorrection;
import vn.motcua.reception.ReceiptFile;
import vn.motcua.reception.ReceiptService;

/** Receipts of visits (giấy tiếp nhận hồ sơ và hẹn trả kết quả). */
@RequestScoped
@Path("reception/visits/{id: \\d{1,18}}")
@Tag(name = "reception")
public class ReceiptsResource {

  @EJB private ReceiptService receipts;

  @GET
  @Path("receipt")
  @Produces("application/pdf")
  @Operation(summary = "The latest version of a visit's receipt, as PDF/A; the first is made now")
  public Response latest(@PathParam("id") long id, @Context UriInfo address) {
    return pdf(receipts.latest(id, root(address)));
  }

  @POST
  @Path("corrections")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces("application/pdf")
  @Operation(
      summary = "Puts names, telephones and numbers of papers right, with a reason",
      description = "Answers the next version of the receipt. No moment and no figure changes.")
  public Response correct(@PathParam("id") long id, String body, @Context UriInfo address) {
    return pdf(receipts.correct(id, correction(IntakeJson.object(body)), root(address)));
  }

  @POST
  @Path("reissues")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces("application/pdf")
  @Operation(summary = "Prints a lost receipt again, marked as such, with a reason")
  public Response reissue(@PathParam("id") long id, String body, @Context UriInfo address) {
    return pdf(
        receipts.reissue(id, IntakeJson.text(IntakeJson.object(body), "reason"), root(address)));
  }

  private static ReceiptCorrection correction(JsonObject json) {
    try {
      List<PersonChange> people = new ArrayList<>();
      for (JsonValue value : array(json, "people")) {
        JsonObject person = value.asJsonObject();
        people.add(
            new PersonChange(
                IntakeJson.text(person, "relation"),
                IntakeJson.text(person, "fullName"),
                IntakeJson.text(person, "phone")));
      }
      List<PaperChange> papers = new ArrayList<>();
      for (JsonValue value : array(json, "papers")) {
        JsonObject paper = value.asJsonObject();
        papers.add(
            new PaperChange(
                IntakeJson.text(paper, "dossier"),
                paper.getInt("position"),
                paper.getInt("originals", 0),
                paper.getInt("certified", 0),
                paper.getInt("copies", 0)));
      }
      return new ReceiptCorrection(
          json.getInt("version", 0), IntakeJson.text(json, "reason"), people, papers);
    } catch (ClassCastException | NullPointerException e) {
      throw new BadRequestException(e);
    }
  }

  private static List<JsonValue> array(JsonObject json, String name) {
    return json.get(name) instanceof jakarta.json.JsonArray array ? array : List.of();
  }

  private static String root(UriInfo address) {
    return address.getBaseUri().resolve("/").toString();
  }

  private static Response pdf(ReceiptFile receipt) {
    return Response.ok(receipt.pdf())
        .header(
            "Content-Disposition",
            "inline; filename=\"%s-v%d.pdf\"".formatted(receipt.receiptCode(), receipt.version()))
        .header("Cache-Control", "no-store")
        .build();
  }
}
