package vn.motcua.processing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import vn.motcua.dossier.DossierService;
import vn.motcua.outbox.EventLog;

/**
 * Transactions as the container gives them: within one, the entity manager and every connection of
 * the data source are the same database session; what is thrown rolls all of it back.
 */
public final class TestTransactions {

  private final EntityManagerFactory factory;
  private final DataSource database;
  private final ThreadLocal<EntityManager> current = new ThreadLocal<>();

  public TestTransactions(DataSource database) {
    this.database = database;
    factory =
        new org.eclipse.persistence.jpa.PersistenceProvider()
            .createContainerEntityManagerFactory(new TestUnit(database), Map.of());
  }

  /** The real service on this database. */
  public DossierService dossiers() {
    EntityManager entities =
        (EntityManager)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> invoke(current.get(), method, arguments));
    EventLog log = new EventLog();
    set(log, "entities", entities);
    DossierService service = new DossierService();
    set(service, "entities", entities);
    set(service, "log", log);
    return service;
  }

  /** The data source as the services have it. */
  public DataSource database() {
    return (DataSource)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) ->
                "getConnection".equals(method.getName()) && current.get() != null
                    ? joined(current.get().unwrap(Connection.class))
                    : invoke(database, method, arguments));
  }

  public <T> T in(Supplier<T> work) {
    if (current.get() != null) {
      return work.get();
    }
    try (EntityManager entities = factory.createEntityManager()) {
      current.set(entities);
      entities.getTransaction().begin();
      try {
        T answer = work.get();
        entities.getTransaction().commit();
        return answer;
      } finally {
        if (entities.getTransaction().isActive()) {
          entities.getTransaction().rollback();
        }
        current.remove();
      }
    }
  }

  public void run(Runnable work) {
    in(
        () -> {
          work.run();
          return null;
        });
  }

  /**
   * Tries something within a transaction; what is thrown undoes it and only it.
   *
   * @return what was thrown, empty where nothing was
   */
  public java.util.Optional<RuntimeException> attempt(Runnable work) {
    EntityManager entities = current.get();
    try {
      entities.flush();
      Connection connection = entities.unwrap(Connection.class);
      java.sql.Savepoint before = connection.setSavepoint();
      try {
        work.run();
        entities.flush();
        connection.releaseSavepoint(before);
        return java.util.Optional.empty();
      } catch (RuntimeException thrown) {
        connection.rollback(before);
        entities.clear();
        return java.util.Optional.of(thrown);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Closing it leaves the transaction open. */
  private static Connection joined(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            TestTransactions.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) ->
                "close".equals(method.getName()) ? null : invoke(connection, method, arguments));
  }

  private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static void set(Object bean, String name, Object value) {
    try {
      Field field = bean.getClass().getDeclaredField(name);
      field.setAccessible(true);
      field.set(bean, value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One value of the database, outside of any transaction. */
  public String value(String sql) {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : null;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
