package vn.motcua.figures;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.dataset.DatasetDirectory;

/**
 * Calls the referee by the clock: {@code motcua.referee.minutes} between two checks (60; 0: none),
 * {@code motcua.referee.night} for the full one (02:30 in the dataset's zone; {@code never}: none).
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RefereeTimer {

  private static final System.Logger LOG = System.getLogger(RefereeTimer.class.getName());

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private DatasetDirectory datasets;
  @Inject private InstantSource clock;

  @Inject
  @ConfigProperty(name = "motcua.referee.minutes", defaultValue = "60")
  private int minutes;

  @Inject
  @ConfigProperty(name = "motcua.referee.night", defaultValue = "02:30")
  private String night;

  private RefereeRounds rounds;

  @PostConstruct
  void prepare() {
    rounds =
        new RefereeRounds(
            database,
            datasets,
            clock,
            Duration.ofMinutes(minutes),
            "never".equals(night) ? null : LocalTime.parse(night));
  }

  @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
  void go() {
    try {
      for (RefereeVerdict verdict : rounds.go()) {
        LOG.log(
            verdict.matches() ? System.Logger.Level.DEBUG : System.Logger.Level.ERROR,
            "Referee at horizon {0}: {1} cells differ",
            Long.toString(verdict.horizon()),
            Long.toString(verdict.differences()));
      }
    } catch (RuntimeException e) {
      // A timer that throws is tried again at once, and then given up for good.
      LOG.log(System.Logger.Level.WARNING, "The referee did not come to a verdict", e);
    }
  }
}
