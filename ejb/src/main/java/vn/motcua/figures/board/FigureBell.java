package vn.motcua.figures.board;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells this node's listeners of writes to the read model, five times a second at most, and every
 * two seconds how far the stream is. Listens on a connection of its own; when that is lost it is
 * silent, which listeners must notice, and begins again a second later.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class FigureBell {

  private static final System.Logger LOG = System.getLogger(FigureBell.class.getName());
  private static final long PAUSE_NANOS = 1_000_000_000L;

  private final List<FigureListener> listeners = new CopyOnWriteArrayList<>();

  @Resource private ManagedThreadFactory threads;

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

  public FigureBell() {}

  @PostConstruct
  void start() {
    thread = threads.newThread(this::keepRunning);
    thread.setName("motcua-figure-bell");
    thread.start();
  }

  @PreDestroy
  void stop() {
    running = false;
    thread.interrupt();
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public void add(FigureListener listener) {
    listeners.add(listener);
  }

  public void remove(FigureListener listener) {
    listeners.remove(listener);
  }

  private void keepRunning() {
    String lastTrouble = "";
    while (running) {
      try (Connection connection =
          DriverManager.getConnection(databaseUrl, databaseUser, databasePassword)) {
        FigureNews news = new FigureNews(connection);
        lastTrouble = "";
        while (running) {
          tell(news.next());
        }
      } catch (SQLException e) {
        String trouble = String.valueOf(e.getMessage());
        if (running && !trouble.equals(lastTrouble)) {
          LOG.log(System.Logger.Level.INFO, "Listening for figures begins again: {0}", trouble);
          lastTrouble = trouble;
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private void tell(FiguresWritten what) {
    for (FigureListener listener : listeners) {
      try {
        listener.written(what);
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.WARNING, "A listener for figures failed", e);
      }
    }
  }
}
