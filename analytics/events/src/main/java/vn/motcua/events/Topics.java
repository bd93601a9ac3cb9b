package vn.motcua.events;

/** Names of the Kafka topics that carry the log. */
public final class Topics {

  /**
   * The log of dossiers. Key: {@link RecordKey}; value: {@link LogCodec}; record timestamp: the
   * moment the entry was recorded, in UTC milliseconds. Between the entries lie terms ({@link
   * Term}), with a key of their own, and ticks, which go to every partition, without key.
   */
  public static final String DOSSIER_EVENTS = "dossier-events";

  /** Records of {@link #DOSSIER_EVENTS} that could not be counted, as they were, with a reason. */
  public static final String DOSSIER_EVENTS_DEAD = "dossier-events-dead";

  private Topics() {}
}
