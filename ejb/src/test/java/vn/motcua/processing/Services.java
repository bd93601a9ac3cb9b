package vn.motcua.processing;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.identity.Access;
import vn.motcua.satisfaction.RatingInvitations;

/** The services that staff's actions go through, on a real database, for whoever calls. */
final class Services {

  private Services() {}

  /**
   * @param login of who calls, asked anew each time
   */
  static List<Object> of(ProcessingWorld world, InstantSource clock, Supplier<String> login) {
    DataSource database = world.transactions.database();
    Access access = new Access(database, clock, login);
    AuditTrail trail = new AuditTrail(database, clock, login);
    RatingInvitations invitations = new RatingInvitations(database, new SecureRandom());
    return List.of(
        new ProcessingService(
            database,
            access,
            trail,
            new ProcessingService.CaseWorks(
                world.tasks,
                world.parallel,
                world.supplements,
                world.pauses,
                world.results,
                world.returns),
            invitations,
            clock),
        new StepService(
            database,
            access,
            trail,
            new StepService.StepWorks(world.tasks, world.parallel, world.back),
            clock),
        new AgencyService(
            database,
            access,
            trail,
            new AgencyService.AgencyWorks(
                world.supplements, world.extensions, world.pauses, world.opinions, world.care),
            clock),
        new OneStopService(
            database,
            access,
            trail,
            new OneStopService.OneStopWorks(
                world.supplements, world.conversions, world.parties, world.care, world.entries),
            clock));
  }
}
