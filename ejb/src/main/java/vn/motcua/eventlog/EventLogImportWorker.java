package vn.motcua.eventlog;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;

/**
 * Runs the {@link ImportQueue} on a thread of the server: at start (interrupted imports go on),
 * when something was submitted here, and every few seconds for what another node left. Transactions
 * are its own, chunk by chunk.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class EventLogImportWorker {

  private static final Logger LOGGER = System.getLogger(EventLogImportWorker.class.getName());

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @Resource private ManagedExecutorService executor;

  @Inject private InstantSource clock;

  private final AtomicBoolean working = new AtomicBoolean();
  private final AtomicReference<Future<?>> thread = new AtomicReference<>();
  private ImportQueue queue;

  @PostConstruct
  void prepare() {
    ImportSettings settings = ImportSettings.read();
    queue = new ImportQueue(database, settings.folder(), clock, settings.limits());
    wake();
  }

  /** Begins to work unless it is working; returns at once. */
  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  public void wake() {
    if (working.compareAndSet(false, true)) {
      thread.set(executor.submit(this::work));
    }
  }

  /** Lets a running import stop at its next chunk; it goes on after the next start. */
  @PreDestroy
  void stop() {
    Future<?> running = thread.get();
    if (running != null) {
      running.cancel(true);
    }
  }

  private void work() {
    try {
      queue.work();
    } catch (SQLException failed) {
      LOGGER.log(Level.WARNING, "The import queue waits for the database", failed);
    } finally {
      working.set(false);
    }
  }
}
