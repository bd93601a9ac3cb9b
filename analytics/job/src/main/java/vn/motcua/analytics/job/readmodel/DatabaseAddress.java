package vn.motcua.analytics.job.readmodel;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Where the read model is. */
public record DatabaseAddress(String url, String user, String password) implements Serializable {

  /**
   * A connection that gives up on a silent server instead of waiting for ever.
   *
   * @throws SQLException when the database cannot be reached
   */
  public Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("ApplicationName", "motcua-figures");
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "60");
    properties.setProperty("tcpKeepAlive", "true");
    // The server must notice a vanished writer too, or it would keep the writer's lock.
    properties.setProperty(
        "options",
        "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3"
            // Many rows at once are sorted by their key first.
            + " -c work_mem=64MB");
    return DriverManager.getConnection(url, properties);
  }

  @Override
  public String toString() {
    return url;
  }
}
