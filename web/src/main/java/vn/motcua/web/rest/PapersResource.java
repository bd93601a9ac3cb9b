package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.papers.CustodyService;
import vn.motcua.papers.DigitisationService;
import vn.motcua.papers.PaperMetadata;
import vn.motcua.papers.PaperSheet;
import vn.motcua.papers.PaperSheets;

/**
 * Papers as data: digitisation, reuse, custody of originals. Each change names the version seen.
 */
@RequestScoped
@Path("papers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "papers")
public class PapersResource {

  @EJB private PaperSheets sheets;
  @EJB private DigitisationService digitisation;
  @EJB private CustodyService custody;

  @GET
  @Operation(summary = "The papers of a dossier, digitised or not, and their originals; audited")
  public PaperSheet of(@QueryParam("dossier") String code) {
    return sheets.of(code);
  }

  @GET
  @Path("held/{number}")
  @Operation(summary = "Papers of a person that are held, reusable and valid today; audited")
  public Response held(@PathParam("number") String nationalId) {
    return Response.ok(sheets.held(nationalId)).header("Cache-Control", "no-store").build();
  }

  @PUT
  @Path("{id:\\d{1,18}}/file")
  @Operation(summary = "Hangs an uploaded scan on a paper: version, fileId")
  public void attach(@PathParam("id") long id, String body) {
    JsonObject json = IntakeJson.object(body);
    digitisation.attach(id, version(json), ReceptionResource.uuid(IntakeJson.text(json, "fileId")));
  }

  @PUT
  @Path("{id:\\d{1,18}}/metadata")
  @Operation(summary = "Records the metadata of NĐ 118/2025 Đ19.2")
  public void describe(@PathParam("id") long id, String body) {
    JsonObject json = IntakeJson.object(body);
    digitisation.describe(id, version(json), metadata(json));
  }

  @POST
  @Path("{id:\\d{1,18}}/confirmation")
  @Operation(summary = "The officer confirms scan and metadata")
  public void confirm(@PathParam("id") long id, String body) {
    digitisation.confirm(id, version(IntakeJson.object(body)));
  }

  @POST
  @Path("{id:\\d{1,18}}/reuse")
  @Operation(summary = "Takes it from what is held: heldId, legalBasis")
  public void reuse(@PathParam("id") long id, String body) {
    JsonObject json = IntakeJson.object(body);
    Integer held = IntakeJson.number(json, "heldId");
    digitisation.reuse(
        id, version(json), held == null ? 0 : held, IntakeJson.text(json, "legalBasis"));
  }

  @POST
  @Path("{id:\\d{1,18}}/store")
  @Operation(summary = "Takes it from the national store: source, legalBasis")
  public void takeFromStore(@PathParam("id") long id, String body) {
    JsonObject json = IntakeJson.object(body);
    digitisation.takeFromStore(
        id, version(json), IntakeJson.text(json, "source"), IntakeJson.text(json, "legalBasis"));
  }

  @POST
  @Path("{id:\\d{1,18}}/result")
  @Operation(summary = "An earlier result stands for it: resultCode, legalBasis")
  public void replaceByResult(@PathParam("id") long id, String body) {
    JsonObject json = IntakeJson.object(body);
    digitisation.replaceByResult(
        id,
        version(json),
        IntakeJson.text(json, "resultCode"),
        IntakeJson.text(json, "legalBasis"));
  }

  @POST
  @Path("{id:\\d{1,18}}/original/{what}")
  @Operation(summary = "What becomes of the original: shelve, give-back, lost, found")
  public void move(@PathParam("id") long id, @PathParam("what") String what, String body) {
    JsonObject json = IntakeJson.object(body);
    String text = IntakeJson.text(json, "text");
    switch (what) {
      case "shelve" -> custody.shelve(id, version(json), text);
      case "give-back" -> custody.giveBack(id, version(json), text);
      case "lost" -> custody.reportLost(id, version(json), text);
      case "found" -> custody.reportFound(id, version(json), text);
      default -> throw new BadRequestException(what);
    }
  }

  private static int version(JsonObject json) {
    Integer version = IntakeJson.number(json, "version");
    return version == null ? -1 : version;
  }

  private static PaperMetadata metadata(JsonObject json) {
    return new PaperMetadata(
        IntakeJson.text(json, "typeCode"),
        IntakeJson.text(json, "identifier"),
        IntakeJson.text(json, "holderName"),
        IntakeJson.number(json, "birthYear"),
        day(IntakeJson.text(json, "issuedOn")),
        IntakeJson.text(json, "issuer"),
        IntakeJson.text(json, "title"),
        IntakeJson.text(json, "summary"),
        day(IntakeJson.text(json, "validUntil")),
        json.getBoolean("noTerm", false),
        IntakeJson.text(json, "scope"));
  }

  private static LocalDate day(String text) {
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new BadRequestException(e);
    }
  }
}
