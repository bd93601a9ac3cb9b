package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.structure.StaffChanges;

/** Posts, kinds, secondment and substitution of staff (nhân sự). */
@RequestScoped
@Path("staff")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "organisation")
public class StaffResource {

  @EJB private StaffChanges staff;
  @Inject private RequestedDay days;

  @GET
  @Operation(summary = "Everybody with an account, with kind and roles")
  public List<StaffChanges.Person> people() {
    return staff.people();
  }

  @POST
  @Path("{login}/kind")
  @Operation(summary = "What a person is employed as: kind")
  public void kind(@PathParam("login") String login, String body) {
    staff.kind(login, Said.in(body).one(StaffChanges.Kind.class, "kind"));
  }

  @POST
  @Path("{login}/posts")
  @Operation(summary = "Appoints a director or deputy: unit, director, from, last, document")
  public void appoint(@PathParam("login") String login, String body) {
    Said json = Said.in(body);
    staff.appoint(
        json.text("unit"),
        login,
        json.yes("director"),
        days.of(json.text("from")),
        last(json),
        json.text("document"));
  }

  @POST
  @Path("{login}/posts/end")
  @Operation(summary = "Ends the posts of a person at a body: unit")
  public void endPosts(@PathParam("login") String login, String body) {
    staff.endPosts(Said.in(body).text("unit"), login);
  }

  @GET
  @Path("secondments")
  @Operation(summary = "Secondments that hold or begin later")
  public List<StaffChanges.Term> secondments() {
    return staff.secondments();
  }

  @POST
  @Path("{login}/secondments")
  @Operation(summary = "Seconds somebody to a body: unit, from, last, document")
  public void second(@PathParam("login") String login, String body) {
    Said json = Said.in(body);
    staff.second(
        login, json.text("unit"), days.of(json.text("from")), last(json), json.text("document"));
  }

  @GET
  @Path("substitutions")
  @Operation(summary = "Substitutions that hold or begin later")
  public List<StaffChanges.Term> substitutions() {
    return staff.substitutions();
  }

  @POST
  @Path("{login}/substitutions")
  @Operation(summary = "Stands in for somebody absent: absent, from, last, reason")
  public void substitute(@PathParam("login") String login, String body) {
    Said json = Said.in(body);
    staff.substitute(
        json.text("absent"), login, days.of(json.text("from")), last(json), json.text("reason"));
  }

  /** Null where no last day is given. */
  private LocalDate last(Said json) {
    return json.has("last") ? days.of(json.text("last")) : null;
  }
}
