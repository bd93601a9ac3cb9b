package vn.motcua.database;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Stateless;

/**
 * The application's data source. The address and the secret come from the environment of the
 * server, never from the archive.
 */
@DataSourceDefinition(
    name = DatabaseConnection.JNDI,
    className = "org.postgresql.ds.PGSimpleDataSource",
    url = "${ENV=MOTCUA_DB_URL}",
    user = "${ENV=MOTCUA_DB_USER}",
    password = "${ENV=MOTCUA_DB_PASSWORD}",
    minPoolSize = 4,
    maxPoolSize = 40,
    maxIdleTime = 300)
@Stateless
public class DatabaseConnection {
  public static final String JNDI = "java:app/jdbc/motcua";
}
