package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.payment.AssessmentService;
import vn.motcua.payment.CollectionService;
import vn.motcua.payment.FeeEntry;
import vn.motcua.payment.FeeKind;
import vn.motcua.payment.FeeReceiptService;
import vn.motcua.payment.Payer;
import vn.motcua.payment.PaymentFile;
import vn.motcua.payment.PaymentMethod;
import vn.motcua.payment.RefundService;

/** Fees and charges of dossiers: what is owed, taken, receipted, given back. Amounts in đồng. */
@RequestScoped
@Path("fees")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "fees")
public class FeesResource {

  @EJB private AssessmentService assessments;
  @EJB private CollectionService collection;
  @EJB private FeeReceiptService receipts;
  @EJB private RefundService refunds;

  @GET
  @Path("dossiers/{code}")
  @Operation(summary = "What a dossier owes and has paid, or what the catalogue proposes")
  public PaymentFile open(@PathParam("code") String code, @QueryParam("dataset") String dataset) {
    return assessments.open(code, dataset);
  }

  @POST
  @Path("dossiers/{code}/assessments")
  @Operation(
      summary = "States what a dossier owes",
      description =
          "lines: kind FEE or CHARGE, name, amount, freeStated, legalBasis, beneficiaryId, relief,"
              + " reliefReason, reliefBasis; or freeBasis where nothing is owed. An amount that is"
              + " not given is not known, and refused.")
  public PaymentFile assess(
      @PathParam("code") String code, @QueryParam("dataset") String dataset, String body) {
    Said json = Said.in(body);
    List<FeeEntry> lines = new ArrayList<>();
    try {
      if (json.json().get("lines") instanceof jakarta.json.JsonArray array) {
        for (JsonValue line : array) {
          lines.add(line(new Said(line.asJsonObject())));
        }
      }
    } catch (ClassCastException e) {
      throw new BadRequestException(e);
    }
    return assessments.assess(code, dataset, lines, json.text("freeBasis"));
  }

  private static FeeEntry line(Said line) {
    return new FeeEntry(
        line.one(FeeKind.class, "kind"),
        line.text("name"),
        line.number("amount"),
        line.yes("freeStated"),
        line.text("legalBasis"),
        line.whole("beneficiaryId"),
        line.numberOr0("relief"),
        line.text("reliefReason"),
        line.text("reliefBasis"));
  }

  @POST
  @Path("requests/{id: \\d{1,18}}/payments")
  @Operation(summary = "Takes what a request asks for; answers the number of the receipt's row")
  public Response collect(@PathParam("id") long id, String body) {
    Said json = Said.in(body);
    long receipt = collection.collect(id, method(json), json.text("counter"), payer(json));
    return Response.status(201).entity(Map.of("receipt", receipt)).build();
  }

  @GET
  @Path("receipts/{id: \\d{1,18}}.pdf")
  @Produces("application/pdf")
  @Operation(summary = "A receipt as PDF/A; each reading is audited")
  public Response pdf(@PathParam("id") long id) {
    return Response.ok(receipts.pdf(id))
        .header("Content-Disposition", "inline; filename=\"bien-lai-%d.pdf\"".formatted(id))
        .header("Cache-Control", "no-store")
        .build();
  }

  @POST
  @Path("receipts/{id: \\d{1,18}}/replacements")
  @Operation(summary = "Issues another receipt for the same payment, the payer put right")
  public Response replace(@PathParam("id") long id, String body) {
    Said json = Said.in(body);
    long next = receipts.replace(id, payer(json), json.text("reason"));
    return Response.status(201).entity(Map.of("receipt", next)).build();
  }

  @POST
  @Path("receipts/{id: \\d{1,18}}/cancellation")
  @Operation(summary = "Cancels a receipt issued in error, and its payment")
  public void cancel(@PathParam("id") long id, String body) {
    receipts.cancel(id, Said.in(body).text("reason"));
  }

  @POST
  @Path("payments/{id: \\d{1,18}}/refunds")
  @Operation(summary = "Asks for money to be given back")
  public Response refund(@PathParam("id") long id, String body) {
    Said json = Said.in(body);
    long refund = refunds.request(id, json.numberOr0("amount"), json.text("reason"));
    return Response.status(201).entity(Map.of("refund", refund)).build();
  }

  @POST
  @Path("refunds/{id: \\d{1,18}}/decision")
  @Operation(summary = "Approves or rejects a refund; never by who asked for it")
  public void decide(@PathParam("id") long id, String body) {
    Said json = Said.in(body);
    refunds.decide(id, json.yes("approved"), json.text("note"));
  }

  @POST
  @Path("refunds/{id: \\d{1,18}}/payout")
  @Operation(summary = "Pays an approved refund out")
  public void payOut(@PathParam("id") long id, String body) {
    Said json = Said.in(body);
    refunds.payOut(id, method(json), json.text("counter"));
  }

  private static Payer payer(Said json) {
    return new Payer(json.text("payer"), json.text("address"), json.text("taxCode"));
  }

  private static PaymentMethod method(Said json) {
    return json.one(PaymentMethod.class, "method");
  }
}
