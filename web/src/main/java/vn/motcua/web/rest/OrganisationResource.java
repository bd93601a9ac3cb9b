package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
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
import vn.motcua.catalogue.IntakeScopes;
import vn.motcua.catalogue.ProcedureCatalogue;
import vn.motcua.catalogue.ProcedureReviews;
import vn.motcua.organisation.OrganisationDirectory;
import vn.motcua.organisation.UnitKind;
import vn.motcua.structure.OrganisationChanges;
import vn.motcua.structure.TreeNode;

/** The organisation by date, what its branches may receive, and reviews of procedures. */
@RequestScoped
@Path("organisation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "organisation")
public class OrganisationResource {

  @EJB private OrganisationChanges changes;
  @EJB private IntakeScopes scopes;
  @EJB private ProcedureReviews reviews;
  @EJB private OrganisationDirectory directory;
  @EJB private ProcedureCatalogue catalogue;
  @Inject private RequestedDay day;

  @GET
  @Path("tree")
  @Operation(summary = "The Centre and all below it on a day, each after the one above it")
  public List<TreeNode> tree(@QueryParam("on") String on) {
    return changes.tree(day.of(on));
  }

  @POST
  @Operation(
      summary = "Enters a body below another from a day on",
      description = "kind, code, name, parent, address, from, document")
  public void add(String body) {
    Said json = Said.in(body);
    changes.add(
        json.one(UnitKind.class, "kind"),
        json.text("code"),
        json.text("name"),
        json.text("parent"),
        json.text("address"),
        day.of(json.text("from")),
        json.text("document"));
  }

  @POST
  @Path("{code}/parent")
  @Operation(summary = "Puts a body below another from a day on; the past stays")
  public void move(
      @PathParam("code") String code,
      @QueryParam("parent") @DefaultValue("") String parent,
      @QueryParam("from") String from,
      @QueryParam("document") @DefaultValue("") String document) {
    changes.move(code, parent, day.of(from), document);
  }

  @POST
  @Path("{code}/name")
  @Operation(summary = "Renames a body from a day on; the past stays")
  public void rename(
      @PathParam("code") String code,
      @QueryParam("name") @DefaultValue("") String name,
      @QueryParam("from") String from,
      @QueryParam("document") @DefaultValue("") String document) {
    changes.rename(code, name, "", day.of(from), document);
  }

  @POST
  @Path("{code}/end")
  @Operation(summary = "Closes a body from a day on; nothing is deleted")
  public void close(
      @PathParam("code") String code,
      @QueryParam("from") String from,
      @QueryParam("document") @DefaultValue("") String document) {
    changes.close(code, day.of(from), document);
  }

  @GET
  @Path("intake-rules")
  @Operation(summary = "Which branch may receive what: the rules of a day and those still to come")
  public List<IntakeScopes.Rule> rules(@QueryParam("on") String on) {
    return scopes.rules(day.of(on));
  }

  @GET
  @Path("{code}/may-receive")
  @Operation(
      summary = "May this branch receive a procedure on a day",
      description = "agency: code of the body that decides; level: PROVINCE or COMMUNE.")
  public String mayReceive(
      @PathParam("code") String branch,
      @QueryParam("procedure") @DefaultValue("") String procedure,
      @QueryParam("agency") @DefaultValue("") String agency,
      @QueryParam("level") @DefaultValue("PROVINCE") String level,
      @QueryParam("channel") @DefaultValue("DIRECT") String channel,
      @QueryParam("on") String on) {
    boolean may =
        scopes.mayReceive(
            directory.unit(branch, day.of(on)).id(),
            agency.isEmpty() ? 0 : directory.unit(agency, day.of(on)).id(),
            level,
            channel,
            catalogue.find(procedure, day.of(on)).id(),
            day.of(on));
    return Json.createObjectBuilder().add("mayReceive", may).build().toString();
  }

  @GET
  @Path("reviews")
  @Operation(summary = "Reviews of procedures with their impact, the newest first")
  public List<ProcedureReviews.Review> reviews() {
    return reviews.list();
  }
}
