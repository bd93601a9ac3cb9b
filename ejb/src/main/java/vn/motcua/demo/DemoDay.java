package vn.motcua.demo;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.motcua.identity.Access;
import vn.motcua.identity.Role;

/** Begins and ends demo days; one at a time on a node. For administrators, in demo mode only. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class DemoDay {

  @Resource private ManagedThreadFactory threads;
  @EJB private Access access;
  @EJB private DemoDatasets datasets;
  @EJB private DemoSteps steps;
  @Inject private InstantSource clock;

  @Inject
  @ConfigProperty(name = "motcua.demo", defaultValue = "false")
  private boolean demo;

  private DemoRun run;

  /**
   * Begins a demo day in a new dataset.
   *
   * @throws DemoFailure.OutOfRange where the order asks for too little or too much
   * @throws DemoFailure.Off outside of demo mode
   * @throws DemoFailure.Running where one runs already
   * @throws vn.motcua.identity.IdentityFailure where the caller is no administrator
   */
  public DemoProgress begin(DemoOrder order) {
    access.require(Role.ADMINISTRATOR);
    return beginUnasked(order);
  }

  /** As {@link #begin}, for the start of the application, when nobody is signed in. */
  public synchronized DemoProgress beginUnasked(DemoOrder order) {
    order.check();
    if (!demo) {
      throw new DemoFailure.Off();
    }
    if (run != null && run.progress().running()) {
      throw new DemoFailure.Running(run.progress().dataset());
    }
    run = new DemoRun(order, datasets.begin(order, clock.instant()), steps, clock, threads);
    run.start();
    return run.progress();
  }

  /**
   * Ends it; what has happened stays.
   *
   * @throws vn.motcua.identity.IdentityFailure where the caller is no administrator
   */
  public synchronized void end() {
    access.require(Role.ADMINISTRATOR);
    stop();
  }

  /** How far it is; empty where none was begun since the start. */
  public synchronized Optional<DemoProgress> progress() {
    access.require(Role.ADMINISTRATOR);
    return Optional.ofNullable(run).map(DemoRun::progress);
  }

  @PreDestroy
  void stop() {
    if (run != null) {
      run.stop();
    }
  }
}
