package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.motcua.processing.ProcessingService;
import vn.motcua.processing.StepService;

/**
 * The steps of a dossier (các bước xử lý hồ sơ): on, back, by another way, to somebody, to another
 * agency and back, with opinions in parallel. Who may is asked by the services; what was shown is
 * given back with each deed, so that nothing is done twice or over somebody else's head.
 */
@RequestScoped
@Path("dossiers/{code}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "processing")
public class DossierStepsResource extends DossierDeeds {

  @EJB private ProcessingService processing;
  @EJB private StepService steps;

  @GET
  @Operation(
      summary = "Where a dossier stands: its seen mark, step, ways, opinions and what may be done",
      description =
          "seen is given back with every deed; a deed on what has changed since is refused with"
              + " processing.moved-on. Reading is audited for those who work on it.")
  public DossierStanding standing(@BeanParam DossierAddress of) {
    return DossierStanding.of(file().open(of.code, of.dataset));
  }

  @POST
  @Path("steps/completion")
  @Operation(
      summary = "The present step is done",
      description =
          "Body: seen, comment, way (number of an alternative, 0 the main line; only where the next"
              + " step has alternatives).")
  public void complete(@BeanParam DossierAddress of, String body) {
    DossierDeed deed = deed(of, body);
    Long way = deed.said().number("way");
    if (way == null) {
      processing.complete(deed.seen(), deed.said().text("comment"));
    } else {
      steps.completeByWay(deed.seen(), deed.said().text("comment"), deed.said().whole("way"));
    }
  }

  @POST
  @Path("steps/assignment")
  @Operation(
      summary = "Gives the step to somebody of the body",
      description = "Body: seen, to (login; empty: to nobody, so that anyone may take it).")
  public void assign(@BeanParam DossierAddress of, String body) {
    DossierDeed deed = deed(of, body);
    String to = deed.said().text("to");
    processing.assign(deed.seen(), to.isEmpty() ? null : to);
  }

  @POST
  @Path("steps/return")
  @Operation(
      summary = "Back to the step before, or further where the process defines it",
      description = "Body: seen, way (0: the step before), reason, document.")
  public void stepBack(@BeanParam DossierAddress of, String body) {
    DossierDeed deed = deed(of, body);
    steps.stepBack(deed.seen(), deed.said().whole("way"), deed.grounds());
  }

  @POST
  @Path("steps/hand-over-return")
  @Operation(
      summary = "Returns a dossier to the agency that handed it over",
      description = "Body: seen, reason, document.")
  public void returnHandOver(@BeanParam DossierAddress of, String body) {
    DossierDeed deed = deed(of, body);
    steps.returnHandOver(deed.seen(), deed.grounds());
  }

  @POST
  @Path("steps/opinion")
  @Operation(
      summary = "Gives the opinion that the process asks for in parallel",
      description = "Body: seen (of the opinion, as the dossier lists it), reason, document.")
  public void giveOpinion(@BeanParam DossierAddress of, String body) {
    DossierDeed deed = deed(of, body);
    steps.giveOpinion(deed.seen(), deed.grounds());
  }

  @POST
  @Path("steps/opinion-waiver")
  @Operation(
      summary = "Goes on without a parallel opinion that is overdue",
      description = "Body: seen (of the dossier), opinion (its number), reason, document.")
  public void waiveOpinion(@BeanParam DossierAddress of, String body) {
    DossierDeed deed = deed(of, body);
    steps.waiveOpinion(deed.seen(), deed.said().numberOr0("opinion"), deed.grounds());
  }
}
