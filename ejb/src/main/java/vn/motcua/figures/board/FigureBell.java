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
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.motcua.database.KeptRunning;
import vn.motcua.database.OwnConnection;

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

  private final List<FigureListener> listeners = new CopyOnWriteArrayList<>();

  @Resource private ManagedThreadFactory threads;
  @Inject private OwnConnection database;

  private final KeptRunning kept = new KeptRunning("figure-bell", this::listen);

  public FigureBell() {}

  @PostConstruct
  void start() {
    kept.begin(threads);
  }

  @PreDestroy
  void stop() {
    kept.end();
  }

  public void add(FigureListener listener) {
    listeners.add(listener);
  }

  public void remove(FigureListener listener) {
    listeners.remove(listener);
  }

  private void listen() throws SQLException {
    try (Connection connection = database.open()) {
      FigureNews news = new FigureNews(connection);
      while (kept.isWanted()) {
        tell(news.next());
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
