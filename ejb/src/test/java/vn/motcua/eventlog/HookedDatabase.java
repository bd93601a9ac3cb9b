package vn.motcua.eventlog;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A data source that tells before and after every commit, so that a test can interrupt an import at
 * each of them as a killed process would be.
 */
final class HookedDatabase {

  /** Called with the number of the commit, from 1. What it throws takes the commit's place. */
  interface Hook {
    void commit(int number, Connection connection) throws SQLException;
  }

  private final Hook hook;
  private final AtomicInteger commits = new AtomicInteger();
  private boolean dead;

  HookedDatabase(Hook hook) {
    this.hook = hook;
  }

  /**
   * Dies at a commit: nothing works any more from then on.
   *
   * @param acknowledged true: the commit was done and only its answer is lost
   */
  static HookedDatabase dyingAt(int commit, boolean acknowledged) {
    HookedDatabase[] self = new HookedDatabase[1];
    self[0] =
        new HookedDatabase(
            (number, connection) -> {
              if (number == commit) {
                if (acknowledged) {
                  connection.commit();
                }
                self[0].dead = true;
                throw new SQLException("killed at commit " + number);
              }
              connection.commit();
            });
    return self[0];
  }

  boolean dead() {
    return dead;
  }

  DataSource database() {
    return (DataSource)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              if (dead) {
                throw new SQLException("the process is gone");
              }
              return hooked(TestDatabase.database().getConnection());
            });
  }

  private Connection hooked(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("commit")) {
                hook.commit(commits.incrementAndGet(), connection);
                return null;
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException wrapped) {
                throw wrapped.getCause();
              }
            });
  }
}
