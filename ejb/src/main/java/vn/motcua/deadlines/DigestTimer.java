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
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks every {@code motcua.alerts.seconds} (2) whether work of the same day was raised since
 * everything was last looked at, and if so looks at once; otherwise as {@link DigestRounds} says.
 * So what is of the same day is told two seconds after it could be seen.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DigestTimer {

  private static final System.Logger LOG = System.getLogger(DigestTimer.class.getName());

  private static final long LONGEST_SECONDS = 60;

  private final DigestRounds rounds = new DigestRounds();

  @EJB private Digests digests;
  @Inject private InstantSource clock;
  @Resource private TimerService timers;

  @Inject
  @ConfigProperty(name = "motcua.alerts.seconds", defaultValue = "2")
  private int seconds;

  public DigestTimer() {}

  /** For use without a container. */
  DigestTimer(Digests digests, InstantSource clock) {
    this.digests = digests;
    this.clock = clock;
  }

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
      Instant now = clock.instant();
      Set<String> raised = digests.raisedLately();
      if (rounds.isDue(now, raised) && digests.make()) {
        rounds.made(now, raised);
      }
    } catch (EJBException e) {
      // A timer that throws is tried again at once, and then given up for good.
      LOG.log(System.Logger.Level.WARNING, "No digest was made; trying again", e);
    }
  }
}
