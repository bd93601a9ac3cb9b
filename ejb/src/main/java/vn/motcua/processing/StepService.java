package vn.motcua.processing;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;

/**
 * What the internal process (quy trình nội bộ) lets staff do beyond the next step of its line: take
 * an alternative, give an opinion in parallel, go back, return a hand-over. Each method asks who
 * calls, does one thing now, and writes it to the audit trail, all in one transaction.
 *
 * <p>Every method may throw {@link ProcessingFailure}, {@link vn.motcua.dossier.DossierFailure} and
 * {@link vn.motcua.identity.IdentityFailure}; then nothing was written.
 */
@Stateless
public class StepService {

  private static final Role[] STAFF = {Role.CLERK, Role.OFFICER, Role.BRANCH_DIRECTOR};

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @EJB private TaskWork tasks;
  @EJB private ParallelWork parallel;
  @EJB private BackWork back;
  @Inject private InstantSource clock;

  public StepService() {}

  /** What the service passes its work on to, where no container brings it. */
  record StepWorks(TaskWork tasks, ParallelWork parallel, BackWork back) {}

  /** For use without a container. */
  StepService(
      DataSource database, Access access, AuditTrail trail, StepWorks works, InstantSource clock) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    tasks = works.tasks();
    parallel = works.parallel();
    back = works.back();
    this.clock = clock;
  }

  /**
   * The present step is done: on by a way that was chosen (rẽ nhánh). For whoever's step it is.
   *
   * @param way number of an alternative; 0: the main line, unless a rule takes an alternative
   */
  public void completeByWay(Seen seen, String comment, int way) {
    Place place = Place.asked(database, access, seen, STAFF);
    Account account = access.requireAt(place.taskUnitId(), role(place));
    tasks.complete(seen, comment, way, clock.instant(), account.login());
    trail.record("dossier.complete-step", place.subject(), Map.of("way", Integer.toString(way)));
  }

  /** Gives the opinion that was asked for in parallel. For the body and role that were asked. */
  public void giveOpinion(Seen seen, Grounds opinion) {
    Place place = Place.atStep(database, access, seen, STAFF);
    Account account = access.requireAt(place.taskUnitId(), role(place));
    parallel.give(seen, opinion, clock.instant(), account.login());
    trail.record(
        "dossier.give-opinion", place.subject(), Map.of("step", Long.toString(seen.taskId())));
  }

  /** Goes on without an opinion that is overdue. For whoever's the waiting step is. */
  public void waiveOpinion(Seen seen, long opinionId, Grounds why) {
    Place place = Place.asked(database, access, seen, STAFF);
    Account account = access.requireAt(place.taskUnitId(), role(place));
    parallel.waive(seen, opinionId, why, clock.instant(), account.login());
    trail.record(
        "dossier.waive-opinion", place.subject(), Map.of("step", Long.toString(opinionId)));
  }

  /**
   * Goes back to the step before, or further where the process defines it (trả lại bước trước). For
   * whoever's step it is.
   *
   * @param way its number among the branches of the process; 0: the step before
   */
  public void stepBack(Seen seen, int way, Grounds why) {
    Place place = Place.asked(database, access, seen, STAFF);
    Account account = access.requireAt(place.taskUnitId(), role(place));
    back.back(seen, way, why, clock.instant(), account.login());
    trail.record("dossier.step-back", place.subject(), Map.of("way", Integer.toString(way)));
  }

  /** Returns the dossier to the agency that handed it over. For the agency that received it. */
  public void returnHandOver(Seen seen, Grounds why) {
    Place place = Place.asked(database, access, seen, STAFF);
    Account account = access.requireAt(place.taskUnitId(), role(place));
    back.returnHandOver(seen, why, clock.instant(), account.login());
    trail.record("dossier.return-hand-over", place.subject(), Map.of("document", why.document()));
  }

  private static Role role(Place place) {
    return place.taskRole() == null ? Role.CLERK : place.taskRole();
  }
}
