package vn.motcua.local;

/** The parts of the platform, in the order in which they are started. */
public enum ComponentName {
  /** The database: dossiers, the event log and the read model. */
  POSTGRESQL("PostgreSQL"),
  /** The broker that carries the event log to the stream. */
  KAFKA("Kafka"),
  /** The application server with the application. */
  PAYARA("Payara"),
  /** The job that turns the event log into figures. */
  FLINK("Flink");

  private final String title;

  ComponentName(String title) {
    this.title = title;
  }

  /** The product's own name, as people read it. */
  public String title() {
    return title;
  }

  /** The name of its folders and log files. */
  String folder() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
