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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.satisfaction.FollowUp;
import vn.motcua.satisfaction.FollowUpService;

/** Ratings that ask for something: follow-ups of unhappy ones, and contests (đánh giá). */
@RequestScoped
@Path("ratings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "feedback")
public class RatingsResource {

  @EJB private FollowUpService followUps;
  @Inject private RequestedDay days;

  @GET
  @Operation(summary = "Unhappy ratings by the time left; with open=false those that are done")
  public List<FollowUp> list(@QueryParam("open") @DefaultValue("true") boolean open) {
    return followUps.list(open);
  }

  @GET
  @Path("concerning-me")
  @Operation(summary = "Ratings of dossiers that the caller worked on, the latest first")
  public List<FollowUp> concerning() {
    return followUps.concerning();
  }

  @GET
  @Path("figure")
  @Operation(summary = "T3 with what stands beside it; to: the day after the last")
  public FollowUp.Figure figure(@QueryParam("from") String from, @QueryParam("to") String to) {
    return followUps.figure(days.of(from), days.of(to));
  }

  @POST
  @Path("{dossier:\\d{1,18}}/follow-up")
  @Operation(summary = "The caller follows it up")
  public void take(@PathParam("dossier") long dossier) {
    followUps.take(dossier);
  }

  @POST
  @Path("{dossier:\\d{1,18}}/outcome")
  @Operation(summary = "Says what came of it: outcome")
  public void close(@PathParam("dossier") long dossier, String body) {
    followUps.close(dossier, Said.in(body).text("outcome"));
  }

  @POST
  @Path("{dossier:\\d{1,18}}/contest")
  @Operation(summary = "Staff of the rated body contest it, once: reason")
  public void contest(@PathParam("dossier") long dossier, String body) {
    followUps.contest(dossier, Said.in(body).text("reason"));
  }

  @POST
  @Path("{dossier:\\d{1,18}}/decision")
  @Operation(summary = "The office decides about a contest: upheld, decision")
  public void decide(@PathParam("dossier") long dossier, String body) {
    Said json = Said.in(body);
    followUps.decide(dossier, json.yes("upheld"), json.text("decision"));
  }
}
