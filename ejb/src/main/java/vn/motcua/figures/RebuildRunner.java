package vn.motcua.figures;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.Query;
import vn.motcua.dataset.DatasetDirectory;

/** Leads rebuilds on one node, whichever holds the lock, and writes how each ended to the trail. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class RebuildRunner {

  private static final System.Logger LOG = System.getLogger(RebuildRunner.class.getName());
  private static final long PAUSE_NANOS = 1_000_000_000L;

  /** One node leads; any number, as long as no other lock of the product has it. */
  private static final long LOCK = 0x7265_6275_696C_64L;

  @Resource private ManagedThreadFactory threads;
  @EJB private DatasetDirectory datasets;
  @EJB private AuditTrail trail;
  @Inject private InstantSource clock;

  @Inject
  @ConfigProperty(name = "motcua.db.url")
  private String databaseUrl;

  @Inject
  @ConfigProperty(name = "motcua.db.user")
  private String databaseUser;

  @Inject
  @ConfigProperty(name = "motcua.db.password")
  private String databasePassword;

  private Thread thread;
  private volatile boolean running = true;

  @PostConstruct
  void start() {
    thread = threads.newThread(this::keepRunning);
    thread.setName("motcua-rebuild");
    thread.start();
  }

  @PreDestroy
  void stop() {
    running = false;
    LockSupport.unpark(thread);
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void keepRunning() {
    String lastTrouble = "";
    while (running) {
      try {
        lead();
      } catch (SQLException | RuntimeException e) {
        String trouble = String.valueOf(e.getMessage());
        if (running && !trouble.equals(lastTrouble)) {
          LOG.log(System.Logger.Level.INFO, "Rebuilds are looked at again: {0}", trouble);
          lastTrouble = trouble;
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  /** A connection of its own: it holds the lock of the lead, and comparisons take long. */
  private void lead() throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(databaseUrl, databaseUser, databasePassword)) {
      RebuildRun run = new RebuildRun(connection, datasets, clock);
      boolean leads = false;
      while (running) {
        leads = leads || isFirst(connection);
        if (leads) {
          run.step().ifPresent(this::record);
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private static boolean isFirst(Connection connection) throws SQLException {
    return Query.of(connection, "select pg_try_advisory_lock(?)", LOCK)
        .first(row -> row.getBoolean(1))
        .orElse(false);
  }

  private void record(Rebuild ended) {
    LOG.log(
        System.Logger.Level.INFO,
        "Rebuild {0} into generation {1}: {2}",
        ended.id(),
        ended.generation(),
        ended.state());
    trail.recordApart(
        "rebuild.end",
        "rebuild " + ended.id(),
        Map.of(
            "state", ended.state().name(),
            "generation", String.valueOf(ended.generation()),
            "datasets", String.valueOf(ended.compared()),
            "differences", String.valueOf(ended.differences())));
  }
}
