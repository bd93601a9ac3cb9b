package vn.motcua.eventlog;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import vn.motcua.eventlog.failure.EventLogFailure;
import vn.motcua.eventlog.failure.ImportStuck;
import vn.motcua.eventlog.reading.ImportLimits;
import vn.motcua.eventlog.staging.ImportCancelled;
import vn.motcua.eventlog.staging.StagingArea;
import vn.motcua.eventlog.store.EventLogImport;
import vn.motcua.eventlog.store.ImportStatus;
import vn.motcua.eventlog.store.ImportStore;
import vn.motcua.eventlog.store.Transactions;

/**
 * Works the queue off, one import at a time over all nodes: whoever holds the advisory lock works.
 * The lock goes with its connection, so a node that dies leaves nothing locked. Plain Java, needs
 * no container.
 */
public final class ImportQueue {

  private static final Logger LOGGER = System.getLogger(ImportQueue.class.getName());

  /** An arbitrary number that nothing else in this database locks. */
  private static final long LOCK = 0x6D6F_7463_7561_0001L;

  /** So many unexpected faults in one import, and it is given up. */
  private static final int FAULTS = 5;

  private final DataSource database;
  private final ImportStore store;
  private final StagingArea staging;
  private final SpoolFolder spool;
  private final InstantSource clock;
  private final ImportRun run;

  /**
   * @param folder where uploads lie, the same as for {@link EventLogImports}
   */
  public ImportQueue(DataSource database, Path folder, InstantSource clock, ImportLimits limits) {
    this.database = database;
    this.clock = clock;
    Transactions transactions = new Transactions(database);
    store = new ImportStore(transactions);
    staging = new StagingArea(transactions);
    spool = new SpoolFolder(folder);
    run = new ImportRun(transactions, spool, clock, limits);
  }

  /**
   * Works until nothing waits. Returns at once when another node is working.
   *
   * @throws SQLException when the database fails; what was begun goes on with the next call
   */
  public void work() throws SQLException {
    try (Connection lock = database.getConnection()) {
      if (!locked(lock, "select pg_try_advisory_lock(?)")) {
        return;
      }
      try {
        boolean healthy = true;
        Optional<EventLogImport> next = store.next();
        while (healthy && next.isPresent() && !Thread.currentThread().isInterrupted()) {
          healthy = end(next.get());
          next = store.next();
        }
        clearLeftovers();
      } finally {
        locked(lock, "select pg_advisory_unlock(?)");
      }
    }
  }

  /** False when a fault interrupted the import and it should be tried again later. */
  private boolean end(EventLogImport current) throws SQLException {
    try {
      if (current.cancelRequested() && current.status() != ImportStatus.PUBLISHING) {
        throw new ImportCancelled(current.id());
      }
      run.run(current);
    } catch (EventLogFailure refused) {
      LOGGER.log(
          Level.INFO, "Import {0} was refused: {1}", new Object[] {current.id(), refused.code()});
      store.fail(current.id(), refused, clock.instant());
    } catch (ImportCancelled cancelled) {
      store.cancelled(current.id(), clock.instant());
    } catch (SQLException | IOException | RuntimeException fault) {
      LOGGER.log(Level.WARNING, "Import " + current.id() + " was interrupted", fault);
      int faults = store.countFault(current.id());
      if (faults < FAULTS) {
        return false;
      }
      store.fail(current.id(), new ImportStuck(faults), clock.instant());
    }
    return true;
  }

  /** What ended imports no longer need; also of one that was interrupted while clearing. */
  private void clearLeftovers() throws SQLException {
    for (EventLogImport ended : store.leftovers()) {
      staging.clear(ended.id());
      spool.delete(ended.spoolName());
      store.cleared(ended.id());
    }
  }

  private static boolean locked(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, LOCK);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }
}
