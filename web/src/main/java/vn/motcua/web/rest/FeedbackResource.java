package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.feedback.FeedbackChannel;
import vn.motcua.feedback.FeedbackClass;
import vn.motcua.feedback.FeedbackDesk;
import vn.motcua.feedback.FeedbackLine;
import vn.motcua.feedback.FeedbackView;
import vn.motcua.feedback.FeedbackWork;
import vn.motcua.feedback.NewFeedback;
import vn.motcua.feedback.PublicFeedback;

/** Feedback on rules and conduct (PAKN). */
@RequestScoped
@Path("feedback")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "feedback")
public class FeedbackResource {

  @EJB private FeedbackDesk desk;
  @EJB private FeedbackWork work;
  @Inject private RequestedDay days;

  @POST
  @Operation(summary = "Registers feedback from the hotline, Zalo, a letter or the counter")
  public Response register(String body) {
    Said json = Said.in(body);
    PublicFeedback.Sent sent =
        desk.register(
            json.one(FeedbackChannel.class, "channel"),
            new NewFeedback(
                json.text("title"),
                json.text("body"),
                json.has("conductOn") ? days.of(json.text("conductOn")) : null,
                json.text("dossier"),
                json.text("fullName"),
                json.text("phone"),
                json.text("email"),
                json.text("address")));
    return Response.status(201).entity(sent).build();
  }

  @GET
  @Operation(summary = "What is to be done, by the time left; with open=false what is over")
  public List<FeedbackLine> list(@QueryParam("open") @DefaultValue("true") boolean open) {
    return desk.worklist(open);
  }

  @GET
  @Path("{id: \\d{1,18}}")
  @Operation(summary = "Feedback in full; who sent it only for office and judge, audited")
  public FeedbackView open(@PathParam("id") long id) {
    return desk.open(id);
  }

  @POST
  @Path("{id: \\d{1,18}}/class")
  @Operation(summary = "Classifies and gives it to a judge: class, judged, judge (ids of bodies)")
  public void assign(@PathParam("id") long id, String body) {
    Said json = Said.in(body);
    work.assign(
        id, json.one(FeedbackClass.class, "class"), json.whole("judged"), json.whole("judge"));
  }

  @POST
  @Path("{id: \\d{1,18}}/refusal")
  @Operation(summary = "Does not take it up: reason")
  public void refuse(@PathParam("id") long id, String body) {
    work.refuse(id, Said.in(body).text("reason"));
  }

  @POST
  @Path("{id: \\d{1,18}}/forwarding")
  @Operation(summary = "Forwards what is another body's matter: to")
  public void forward(@PathParam("id") long id, String body) {
    work.forward(id, Said.in(body).text("to"));
  }

  @POST
  @Path("{id: \\d{1,18}}/supplement")
  @Operation(summary = "Asks the sender for more: what")
  public void askForMore(@PathParam("id") long id, String body) {
    work.askForMore(id, Said.in(body).text("what"));
  }

  @POST
  @Path("{id: \\d{1,18}}/complexity")
  @Operation(summary = "Takes the longer term of complicated matters: reason")
  public void markComplex(@PathParam("id") long id, String body) {
    work.markComplex(id, Said.in(body).text("reason"));
  }

  @POST
  @Path("{id: \\d{1,18}}/answer")
  @Operation(summary = "Answers: answer, and of conduct upheld")
  public void answer(@PathParam("id") long id, String body) {
    Said json = Said.in(body);
    work.answer(id, json.text("answer"), json.choice("upheld"));
  }

  @POST
  @Path("{id: \\d{1,18}}/publication")
  @Operation(summary = "Publishes without identities: title, body, answer")
  public void publish(@PathParam("id") long id, String body) {
    Said json = Said.in(body);
    work.publish(id, json.text("title"), json.text("body"), json.text("answer"));
  }
}
