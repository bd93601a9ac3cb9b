package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.dossier.Channel;
import vn.motcua.processing.AgencyService;
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
public class DossierAffairsResource extends DossierDeeds {

  @EJB private AgencyService agency;
  @EJB private OneStopService oneStop;
  @EJB private ProcessingService processing;

  @POST
  @Path("opinion-requests")
  @Operation(
      summary = "Asks another body for its opinion",
      description = "Body: seen, askedOf, question, days (working days).")
  public void askOpinion(@BeanParam DossierAddress of, String body) {
    DossierDeed deed = deed(of, body);
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
  public void answerOpinion(@BeanParam DossierAddress of, @PathParam("id") long id, String body) {
    DossierDeed deed = deed(of, body);
    agency.answerOpinion(deed.seen(), id, deed.grounds());
  }

  @POST
  @Path("supplement-requests")
  @Operation(
      summary = "Asks the applicant for what is missing (form 02)",
      description = "Body: seen, items, reason, recheck, override (director's reason).")
  public void requestSupplement(@BeanParam DossierAddress of, String body) {
    DossierDeed deed = deed(of, body);
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
  public void proposeSupplement(@BeanParam DossierAddress of, String body) {
    DossierDeed deed = deed(of, body);
    agency.proposeSupplement(
        deed.seen(), items(deed.said()), deed.said().text("reason"), deed.said().yes("recheck"));
  }

  @POST
  @Path("supplement-answers")
  @Operation(summary = "The applicant's answer came in", description = "Body: seen.")
  public void answerSupplement(@BeanParam DossierAddress of, String body) {
    processing.answerSupplement(deed(of, body).seen());
  }

  @POST
  @Path("pauses")
  @Operation(
      summary = "Stops the work for something outside the agency",
      description = "Body: seen, reason, document (with one, the clock stands).")
  public void pause(@BeanParam DossierAddress of, String body) {
    DossierDeed deed = deed(of, body);
    processing.pause(deed.seen(), deed.grounds());
  }

  @POST
  @Path("resumptions")
  @Operation(summary = "Goes on with the work", description = "Body: seen, reason, document.")
  public void resume(@BeanParam DossierAddress of, String body) {
    DossierDeed deed = deed(of, body);
    processing.resume(deed.seen(), deed.grounds());
  }

  @POST
  @Path("withdrawals")
  @Operation(
      summary = "The applicant takes the dossier back before the decision",
      description = "Body: seen, reason, document, money (what becomes of fees paid).")
  public void withdraw(@BeanParam DossierAddress of, String body) {
    DossierDeed deed = deed(of, body);
    processing.withdraw(deed.seen(), deed.grounds());
  }

  @POST
  @Path("stops")
  @Operation(
      summary = "The agency stops (form 05)",
      description = "Body: seen, reason, document, money.")
  public void stop(@BeanParam DossierAddress of, String body) {
    DossierDeed deed = deed(of, body);
    processing.stop(deed.seen(), deed.grounds());
  }

  @POST
  @Path("reopenings")
  @Operation(
      summary = "Takes up again what was ended without a result by mistake",
      description = "Body: seen, reason, document.")
  public void reopen(@BeanParam DossierAddress of, String body) {
    DossierDeed deed = deed(of, body);
    oneStop.reopen(deed.seen(), deed.grounds());
  }

  @POST
  @Path("channel-corrections")
  @Operation(
      summary = "Puts the channel right by which the dossier came",
      description = "Body: seen, channel (DIRECT, ONLINE, POST), reason.")
  public void correctChannel(@BeanParam DossierAddress of, String body) {
    DossierDeed deed = deed(of, body);
    oneStop.correctChannel(deed.seen(), deed.said().one(Channel.class, "channel"), deed.grounds());
  }

  @POST
  @Path("extensions")
  @Operation(
      summary = "Moves the promise once, with the agency's apology (form 04)",
      description =
          "Body: seen, newPromise (moment with offset), reason, document, signerTitle, signer,"
              + " override (why, where it is too late; only from the branch's director).")
  public void extend(@BeanParam DossierAddress of, String body) {
    DossierDeed deed = deed(of, body);
    agency.extend(deed.seen(), deed.extension());
  }

  @POST
  @Path("party-changes")
  @Operation(
      summary = "A party died, has another name, or is another",
      description =
          "Body: seen, kind (DEATH, RENAMED or TRANSFER), relation (OWNER, SUBMITTER, AUTHORISED or"
              + " RECEIVER), fullName, nationalId (twelve digits; not for RENAMED), reason,"
              + " document that proves it.")
  public void changeParty(@BeanParam DossierAddress of, String body) {
    DossierDeed deed = deed(of, body);
    oneStop.changeParty(deed.seen(), deed.party());
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
