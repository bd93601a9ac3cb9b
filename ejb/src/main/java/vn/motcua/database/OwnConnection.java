package vn.motcua.database;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A connection beside the pool, for who holds a lock or listens for as long as it runs: {@code
 * motcua.db.url}, {@code .user}, {@code .password}.
 */
@Dependent
public class OwnConnection {

  @Inject
  @ConfigProperty(name = "motcua.db.url")
  private String url;

  @Inject
  @ConfigProperty(name = "motcua.db.user")
  private String user;

  @Inject
  @ConfigProperty(name = "motcua.db.password")
  private String password;

  /** In auto-commit mode; whoever opens it closes it. */
  public Connection open() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }
}
