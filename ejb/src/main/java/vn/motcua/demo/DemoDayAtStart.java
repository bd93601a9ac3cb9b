package vn.motcua.demo;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Begins a demo day with the application, where property {@code motcua.demo.day} (environment
 * {@code MOTCUA_DEMO_DAY}) gives its speed, 1 to 1,000.
 */
@Singleton
@Startup
@DependsOn("ApplicationStart")
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class DemoDayAtStart {

  private static final long SEED = 20_261_121;
  private static final int WORKING_DAYS = 10;
  private static final int VISITS_PER_DAY = 400;

  @EJB private DemoDay demo;

  @Inject
  @ConfigProperty(name = "motcua.demo.day")
  private Optional<Integer> speed;

  @PostConstruct
  void begin() {
    speed.ifPresent(
        times -> demo.beginUnasked(new DemoOrder(SEED, WORKING_DAYS, VISITS_PER_DAY, times)));
  }
}
