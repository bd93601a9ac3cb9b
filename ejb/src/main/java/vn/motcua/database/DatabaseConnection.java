package vn.motcua.database;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Stateless;

/**
 * The application's data source. The address and the secret come from the environment of the
 * server, never from the archive.
 *
 * <p>It is an XA source although there is one database: only of such a one does Payara give the
 * same connection to all who ask within a transaction. Of a plain one each further asker takes
 * another place of the pool, and clerks who hold one and wait for the next lock each other out at a
 * rush. The pool has two places for each thread of the server that answers requests (one within the
 * transaction, one beside it) and some for what runs by itself.
 */
@DataSourceDefinition(
    name = DatabaseConnection.JNDI,
    className = "org.postgresql.xa.PGXADataSource",
    url = "${ENV=MOTCUA_DB_URL}",
    user = "${ENV=MOTCUA_DB_USER}",
    password = "${ENV=MOTCUA_DB_PASSWORD}",
    minPoolSize = 4,
    maxPoolSize = 80,
    maxIdleTime = 300,
    // A connection is tried before it is handed out, and one dead connection throws away all: after
    // a restart of the database the first request already works.
    properties = {
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=custom-validation",
      "fish.payara.validation-classname="
          + "org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
      "fish.payara.fail-all-connections=true",
      "fish.payara.max-wait-time-in-millis=10000"
    })
@Stateless
public class DatabaseConnection {
  public static final String JNDI = "java:app/jdbc/motcua";
}
