package vn.motcua.reception;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;
import vn.motcua.catalogue.ProcedureCatalogue;
import vn.motcua.catalogue.ProcedureDeadlines;
import vn.motcua.dossier.DossierService;
import vn.motcua.outbox.EventLog;
import vn.motcua.worktime.BundledCalendars;
import vn.motcua.worktime.DueDateService;

/**
 * The counter outside of a container: the real services on a real database. What the container
 * would do — one transaction, one connection for JPA and JDBC — happens here by hand.
 */
final class Counter {

  private static final BundledCalendars CALENDARS = new BundledCalendars();

  private final DataSource database;
  private final EntityManagerFactory factory;
  private final PublicTokens tokens;

  Counter(DataSource database) {
    this(database, new PublicTokens());
  }

  Counter(DataSource database, PublicTokens tokens) {
    this.database = database;
    this.tokens = tokens;
    factory =
        new PersistenceProvider()
            .createContainerEntityManagerFactory(new TestUnit(database), Map.of());
  }

  IntakeResult receive(Occasion occasion, IntakeRequest request) {
    return inTransaction(recorder -> recorder.receiveAt(occasion, request));
  }

  /** Commits, or rolls back and throws on. */
  private <T> T inTransaction(java.util.function.Function<IntakeRecorder, T> work) {
    EntityManager entities = factory.createEntityManager();
    try {
      entities.getTransaction().begin();
      T result = work.apply(recorder(entities));
      entities.getTransaction().commit();
      return result;
    } finally {
      if (entities.getTransaction().isActive()) {
        entities.getTransaction().rollback();
      }
      entities.close();
    }
  }

  private IntakeRecorder recorder(EntityManager entities) {
    EventLog log = new EventLog();
    set(log, "entities", entities);
    DossierService dossiers = new DossierService();
    set(dossiers, "entities", entities);
    set(dossiers, "log", log);
    DataSource same = dataSource(() -> unclosed(entities.unwrap(Connection.class)));
    return new IntakeRecorder(
        same,
        dossiers,
        new ProcedureDeadlines(new ProcedureCatalogue(same), new DueDateService(CALENDARS)),
        CALENDARS,
        tokens);
  }

  DataSource database() {
    return database;
  }

  private static DataSource dataSource(Supplier<Connection> connections) {
    return (DataSource)
        Proxy.newProxyInstance(
            Counter.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getConnection")) {
                return connections.get();
              }
              throw new SQLException(method.getName());
            });
  }

  /** Closing it gives it back to the transaction. */
  private static Connection unclosed(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            Counter.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                return null;
              }
              try {
                return method.invoke(connection, arguments);
              } catch (java.lang.reflect.InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static void set(Object owner, String name, Object value) {
    try {
      Field field = owner.getClass().getDeclaredField(name);
      field.setAccessible(true);
      field.set(owner, value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
