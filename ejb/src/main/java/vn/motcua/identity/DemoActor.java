package vn.motcua.identity;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.motcua.audit.ActingLogin;
import vn.motcua.database.DatabaseConnection;

/**
 * Lets the demo play its invented staff: services called from within see that person as who is
 * signed in, with no more rights than the account has, and the audit trail names the account. Works
 * in demo mode and for accounts of the demo only. Holds no transaction: each service call has its
 * own.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DemoActor {

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @Inject
  @ConfigProperty(name = "motcua.demo", defaultValue = "false")
  private boolean demo;

  public DemoActor() {}

  /** For use without a container. */
  public DemoActor(DataSource database, boolean demo) {
    this.database = database;
    this.demo = demo;
  }

  /**
   * @param login of an account of the demo, as {@code tiepnhan.tayho}
   * @throws IdentityFailure.NoDemo where the demo is off, or the account is none of it
   * @throws Exception what the work throws
   */
  public <T> T as(String login, Callable<T> work) throws Exception {
    if (!demo || !isOfDemo(login)) {
      throw new IdentityFailure.NoDemo();
    }
    return ActingLogin.call(login, work);
  }

  private boolean isOfDemo(String login) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select exists (select from account where login = ? and demo and enabled)")) {
      statement.setString(1, login);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
