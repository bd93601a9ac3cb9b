package vn.motcua.deadlines;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Looks every {@code motcua.alerts.seconds} (15) whether somebody must be told something: what the
 * stream raised is told at most so long afterwards.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DigestTimer {

  private static final System.Logger LOG = System.getLogger(DigestTimer.class.getName());

  private static final long LONGEST_SECONDS = 60;

  @EJB private Digests digests;
  @Resource private TimerService timers;

  @Inject
  @ConfigProperty(name = "motcua.alerts.seconds", defaultValue = "15")
  private int seconds;

  @PostConstruct
  void begin() {
    if (seconds < 1 || seconds > LONGEST_SECONDS) {
      throw new IllegalStateException(
          "motcua.alerts.seconds is %d, not 1 to %d".formatted(seconds, LONGEST_SECONDS));
    }
    Duration interval = Duration.ofSeconds(seconds);
    timers.createIntervalTimer(
        interval.toMillis(), interval.toMillis(), new TimerConfig(null, false));
  }

  @Timeout
  void look() {
    try {
      digests.make();
    } catch (EJBException e) {
      // A timer that throws is tried again at once, and then given up for good.
      LOG.log(System.Logger.Level.WARNING, "No digest was made; trying again", e);
    }
  }
}
