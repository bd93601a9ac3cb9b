package vn.motcua.local;

import java.util.Map;
import java.util.Optional;

/** Components that run elsewhere, as environment variables name them. */
final class OutsideAddresses {
  private final Map<String, String> environment;

  OutsideAddresses(Map<String, String> environment) {
    this.environment = environment;
  }

  /** JDBC address of an outside PostgreSQL. */
  Optional<String> databaseUrl() {
    return value("MOTCUA_DB_URL");
  }

  Optional<String> databaseUser() {
    return value("MOTCUA_DB_USER");
  }

  /**
   * Password for the outside PostgreSQL.
   *
   * @throws PlatformException when it is not given
   */
  String databasePassword() {
    return value("MOTCUA_DB_PASSWORD")
        .orElseThrow(
            () ->
                new PlatformException(
                    "Đã đặt MOTCUA_DB_URL nhưng thiếu MOTCUA_DB_PASSWORD",
                    "MOTCUA_DB_URL is set but MOTCUA_DB_PASSWORD is not"));
  }

  /** host:port of an outside Kafka. */
  Optional<String> kafkaBootstrap() {
    return value("MOTCUA_KAFKA_BOOTSTRAP");
  }

  /** Address of an application server that runs elsewhere, such as in an IDE. */
  Optional<String> applicationUrl() {
    return value("MOTCUA_APP_URL").map(url -> url.endsWith("/") ? url : url + "/");
  }

  /** Whether the job runs here; MOTCUA_FLINK_URL says that it runs in a cluster elsewhere. */
  boolean isFlinkInside() {
    return value("MOTCUA_FLINK_URL").isEmpty();
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
