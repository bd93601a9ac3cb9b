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
import vn.motcua.feedback.FeedbackDesk;
import vn.motcua.feedback.FeedbackLine;
import vn.motcua.feedback.FeedbackView;
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
}
