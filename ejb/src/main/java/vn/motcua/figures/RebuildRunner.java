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
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.KeptRunning;
import vn.motcua.database.OwnConnection;
import vn.motcua.database.Query;
import vn.motcua.dataset.DatasetDirectory;

/** Leads rebuilds on one node, whichever holds the lock, and writes how each ended to the trail. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class RebuildRunner {

  private static final System.Logger LOG = System.getLogger(RebuildRunner.class.getName());

  /** One node leads; any number, as long as no other lock of the product has it. */
  private static final long LOCK = 0x7265_6275_696C_64L;

  @Resource private ManagedThreadFactory threads;
  @EJB private DatasetDirectory datasets;
  @EJB private AuditTrail trail;
  @Inject private InstantSource clock;
  @Inject private OwnConnection database;

  private final KeptRunning kept = new KeptRunning("rebuild", this::lead);

  @PostConstruct
  void start() {
    kept.begin(threads);
  }

  @PreDestroy
  void stop() {
    kept.end();
  }

  /** A connection of its own: it holds the lock of the lead, and comparisons take long. */
  private void lead() throws SQLException {
    try (Connection connection = database.open()) {
      RebuildRun run = new RebuildRun(connection, datasets, clock);
      boolean leads = false;
      while (kept.isWanted()) {
        leads = leads || isFirst(connection);
        if (leads) {
          run.step().ifPresent(this::record);
        }
        kept.pause();
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
