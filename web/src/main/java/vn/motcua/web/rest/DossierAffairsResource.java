package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.Channel;
import vn.motcua.processing.AgencyService;
import vn.motcua.processing.DossierFile;
import vn.motcua.processing.OneStopService;
import vn.motcua.processing.ProcessingService;

/**
 * What is done with a dossier beside its steps: opinions asked for, supplements, pauses, mistakes
 * of the office put right. As with the steps, what was shown is given back with each deed.
 */
@RequestScoped
@Path("dossiers/{code}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "processing")
public class DossierAffairsResource {

  @EJB private DossierFile file;
  @EJB private AgencyService agency;
  @EJB private OneStopService oneStop;
  @EJB private ProcessingService processing;

  @POST
  @Path("opinion-requests")
  @Operation(
      summary = "Asks another body for its opinion",
      description = "Body: seen, askedOf, question, days (working days).")
  public void askOpinion(
      @PathParam("code") String code, @QueryParam("dataset") String dataset, String body) {
    DossierDeed deed = DossierDeed.of(file, code, dataset, body);
    agency.askOpinion(
        deed.seen(),
        deed.said().text("askedOf"),
        deed.said().text("question"),
        deed.said().whole("days"));
  }

  @POST
  @Path("opinion-requests/{id:\\d{1,18}}/answer")
  @Operation(
      summary = "Writes down the opinion that was asked for",
      description = "Body: seen, reason (the opinion), document.")
  public void answerOpinion(
      @PathParam("code") String code,
      @PathParam("id") long id,
      @QueryParam("dataset") String dataset,
      String body) {
    DossierDeed deed = DossierDeed.of(file, code, dataset, body);
    agency.answerOpinion(deed.seen(), id, deed.grounds());
  }

  @POST
  @Path("supplement-requests")
  @Operation(
      summary = "Asks the applicant for what is missing (form 02)",
      description = "Body: seen, items, reason, recheck, override (director's reason).")
  public void requestSupplement(
      @PathParam("code") String code, @QueryParam("dataset") String dataset, String body) {
    DossierDeed deed = DossierDeed.of(file, code, dataset, body);
    processing.requestSupplement(
        deed.seen(),
        items(deed.said()),
        deed.said().text("reason"),
        deed.said().yes("recheck"),
        deed.said().text("override"));
  }

  @POST
  @Path("supplement-proposals")
  @Operation(
      summary = "The agency proposes what to ask for; the one-stop alone asks",
      description = "Body: seen, items, reason, recheck.")
  public void proposeSupplement(
      @PathParam("code") String code, @QueryParam("dataset") String dataset, String body) {
    DossierDeed deed = DossierDeed.of(file, code, dataset, body);
    agency.proposeSupplement(
        deed.seen(), items(deed.said()), deed.said().text("reason"), deed.said().yes("recheck"));
  }

  @POST
  @Path("supplement-answers")
  @Operation(summary = "The applicant's answer came in", description = "Body: seen.")
  public void answerSupplement(
      @PathParam("code") String code, @QueryParam("dataset") String dataset, String body) {
    processing.answerSupplement(DossierDeed.of(file, code, dataset, body).seen());
  }

  @POST
  @Path("pauses")
  @Operation(
      summary = "Stops the work for something outside the agency",
      description = "Body: seen, reason, document (with one, the clock stands).")
  public void pause(
      @PathParam("code") String code, @QueryParam("dataset") String dataset, String body) {
    DossierDeed deed = DossierDeed.of(file, code, dataset, body);
    processing.pause(deed.seen(), deed.grounds());
  }

  @POST
  @Path("resumptions")
  @Operation(summary = "Goes on with the work", description = "Body: seen, reason, document.")
  public void resume(
      @PathParam("code") String code, @QueryParam("dataset") String dataset, String body) {
    DossierDeed deed = DossierDeed.of(file, code, dataset, body);
    processing.resume(deed.seen(), deed.grounds());
  }

  @POST
  @Path("withdrawals")
  @Operation(
      summary = "The applicant takes the dossier back before the decision",
      description = "Body: seen, reason, document, money (what becomes of fees paid).")
  public void withdraw(
      @PathParam("code") String code, @QueryParam("dataset") String dataset, String body) {
    DossierDeed deed = DossierDeed.of(file, code, dataset, body);
    processing.withdraw(deed.seen(), deed.grounds());
  }

  @POST
  @Path("stops")
  @Operation(
      summary = "The agency stops (form 05)",
      description = "Body: seen, reason, document, money.")
  public void stop(
      @PathParam("code") String code, @QueryParam("dataset") String dataset, String body) {
    DossierDeed deed = DossierDeed.of(file, code, dataset, body);
    processing.stop(deed.seen(), deed.grounds());
  }

  @POST
  @Path("reopenings")
  @Operation(
      summary = "Takes up again what was ended without a result by mistake",
      description = "Body: seen, reason, document.")
  public void reopen(
      @PathParam("code") String code, @QueryParam("dataset") String dataset, String body) {
    DossierDeed deed = DossierDeed.of(file, code, dataset, body);
    oneStop.reopen(deed.seen(), deed.grounds());
  }

  @POST
  @Path("channel-corrections")
  @Operation(
      summary = "Puts the channel right by which the dossier came",
      description = "Body: seen, channel (DIRECT, ONLINE, POST), reason.")
  public void correctChannel(
      @PathParam("code") String code, @QueryParam("dataset") String dataset, String body) {
    DossierDeed deed = DossierDeed.of(file, code, dataset, body);
    oneStop.correctChannel(deed.seen(), deed.said().one(Channel.class, "channel"), deed.grounds());
  }

  private static List<String> items(Said said) {
    List<String> items = new ArrayList<>();
    for (JsonValue item :
        said.json().get("items") instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY) {
      items.add(item instanceof JsonString text ? text.getString() : "");
    }
    return items;
  }
}
