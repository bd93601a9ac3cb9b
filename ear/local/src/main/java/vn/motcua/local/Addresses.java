package vn.motcua.local;

import java.util.Map;

/**
 * Where the application and the job find what they need.
 *
 * @param databaseUrl JDBC address
 * @param databaseUser role of the application
 * @param databasePassword its password
 * @param kafkaBootstrap host:port of the broker
 */
record Addresses(
    String databaseUrl, String databaseUser, String databasePassword, String kafkaBootstrap) {

  /** The same as environment variables. */
  Map<String, String> environment() {
    return Map.of(
        "MOTCUA_DB_URL", databaseUrl,
        "MOTCUA_DB_USER", databaseUser,
        "MOTCUA_DB_PASSWORD", databasePassword,
        "MOTCUA_KAFKA_BOOTSTRAP", kafkaBootstrap);
  }
}
