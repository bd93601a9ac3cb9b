package vn.motcua.analytics.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.analytics.job.readmodel.DatabaseAddress;

/**
 * What the job has to know, from environment variables.
 *
 * @param database {@code MOTCUA_DB_URL} (JDBC), {@code MOTCUA_DB_USER}, {@code MOTCUA_DB_PASSWORD}
 * @param kafkaBootstrap {@code MOTCUA_KAFKA_BOOTSTRAP}, host:port, several with commas
 * @param checkpoints {@code MOTCUA_CHECKPOINT_DIR}: a folder on a disk that outlives the process,
 *     or the address of one in an object store ({@code s3://…})
 * @param generation {@code MOTCUA_GENERATION} of the read model, 1 by default
 * @param parallelism {@code MOTCUA_JOB_PARALLELISM}, 2 by default
 * @param stateBackend {@code MOTCUA_STATE_BACKEND}: {@code hashmap} (default), or {@code rocksdb}
 *     where the state outgrows the memory
 * @param mostHeldRows {@code MOTCUA_MOST_HELD_ROWS}, 500,000 by default: so many rows are kept in
 *     memory after a restart until they may be shown; more wait in the database
 */
public record JobSettings(
    DatabaseAddress database,
    String kafkaBootstrap,
    String checkpoints,
    int generation,
    int parallelism,
    String stateBackend,
    int mostHeldRows) {

  /** All that {@link #from} reads. A deployment sets them; a test compares. */
  public static final List<String> VARIABLES =
      List.of(
          "MOTCUA_DB_URL",
          "MOTCUA_DB_USER",
          "MOTCUA_DB_PASSWORD",
          "MOTCUA_KAFKA_BOOTSTRAP",
          "MOTCUA_CHECKPOINT_DIR",
          "MOTCUA_GENERATION",
          "MOTCUA_JOB_PARALLELISM",
          "MOTCUA_STATE_BACKEND",
          "MOTCUA_MOST_HELD_ROWS");

  private static final int MOST_HELD_ROWS = 500_000;

  private static final String ADDRESS = "[a-z][a-z0-9+.-]+://.+";

  /** With checkpoints in a folder. */
  public JobSettings(
      DatabaseAddress database,
      String kafkaBootstrap,
      Path checkpoints,
      int generation,
      int parallelism,
      String stateBackend) {
    this(
        database,
        kafkaBootstrap,
        checkpoints.toAbsolutePath().toString(),
        generation,
        parallelism,
        stateBackend,
        MOST_HELD_ROWS);
  }

  /**
   * @throws IllegalArgumentException when a variable is missing or no number; the message is for
   *     whoever starts the job
   */
  public static JobSettings from(Map<String, String> environment) {
    return new JobSettings(
        new DatabaseAddress(
            required(environment, "MOTCUA_DB_URL"),
            required(environment, "MOTCUA_DB_USER"),
            environment.getOrDefault("MOTCUA_DB_PASSWORD", "")),
        required(environment, "MOTCUA_KAFKA_BOOTSTRAP"),
        location(required(environment, "MOTCUA_CHECKPOINT_DIR")),
        number(environment, "MOTCUA_GENERATION", 1),
        number(environment, "MOTCUA_JOB_PARALLELISM", 2),
        stateBackend(environment),
        number(environment, "MOTCUA_MOST_HELD_ROWS", MOST_HELD_ROWS));
  }

  /**
   * Counts up when what is kept of a dossier or cell changes. State that was kept under another
   * meaning is left alone, and the log is read from its beginning: the absolute values written then
   * replace all former ones.
   */
  static final int STATE_VERSION = 5;

  private static final List<String> BACKENDS = List.of("hashmap", "rocksdb");

  /**
   * Where this generation's checkpoints are: another generation must not go on from them, nor can
   * another backend read them.
   */
  public String checkpointsOfGeneration() {
    return "%s/generation-%d-state-%d%s"
        .formatted(checkpoints, generation, STATE_VERSION, usesRocksDb() ? "-" + stateBackend : "");
  }

  boolean usesRocksDb() {
    return stateBackend.equals("rocksdb");
  }

  /**
   * The same as a folder. Empty in an object store: there the cluster's high availability remembers
   * the newest checkpoint.
   */
  Optional<Path> folderOfGeneration() {
    return checkpoints.matches(ADDRESS)
        ? Optional.empty()
        : Optional.of(Path.of(checkpointsOfGeneration()));
  }

  private static String location(String text) {
    return text.matches(ADDRESS)
        ? text.replaceAll("/+$", "")
        : Path.of(text).toAbsolutePath().toString();
  }

  private static String stateBackend(Map<String, String> environment) {
    String value = environment.getOrDefault("MOTCUA_STATE_BACKEND", "hashmap").strip();
    if (!BACKENDS.contains(value)) {
      throw new IllegalArgumentException(
          "Biến môi trường MOTCUA_STATE_BACKEND phải là một trong %s, không phải \"%s\"."
              .formatted(BACKENDS, value));
    }
    return value;
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(
          "Thiếu biến môi trường %s. Hãy đặt giá trị rồi chạy lại.".formatted(name));
    }
    return value.strip();
  }

  private static int number(Map<String, String> environment, String name, int otherwise) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value.strip());
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, as for a number too small.
    }
    throw new IllegalArgumentException(
        "Biến môi trường %s phải là số nguyên từ 1, không phải \"%s\".".formatted(name, value));
  }
}
