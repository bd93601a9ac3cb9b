package vn.motcua.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.annotation.Resource;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

/**
 * However many beans ask for the database within a transaction, it takes one connection of the
 * pool. Otherwise clerks who hold one and wait for another would lock each other out.
 */
@ArquillianTest
class SharedConnectionIT {

  /** More than the pool has. */
  private static final int MANY = 60;

  @Deployment
  static EnterpriseArchive application() {
    return RealApplication.with(SharedConnectionIT.class, RealApplication.class);
  }

  @Resource(lookup = "java:app/jdbc/motcua")
  private DataSource database;

  @Resource private UserTransaction transaction;

  @Test
  void aTransactionHoldsOneConnection() throws Exception {
    transaction.begin();
    List<Connection> open = new ArrayList<>();
    try {
      Set<Integer> servers = new HashSet<>();
      for (int i = 0; i < MANY; i++) {
        Connection connection = database.getConnection();
        open.add(connection);
        servers.add(server(connection));
      }
      assertEquals(1, servers.size(), "connections of one transaction");
    } finally {
      for (Connection connection : open) {
        connection.close();
      }
      transaction.rollback();
    }
  }

  private static int server(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
      row.next();
      return row.getInt(1);
    }
  }
}
