package vn.motcua.events;

/**
 * Bytes that are no message of the log. Whoever reads the log sets such a record aside with its
 * reason and goes on with the next.
 */
public final class UndecodableEvent extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why the bytes could not be read. */
  public enum Reason {
    /** The two marker bytes of Avro's single-object encoding are missing. */
    NOT_A_MESSAGE,
    /** Written with a schema that was never released here. */
    UNKNOWN_SCHEMA,
    /** The bytes end before the message does. */
    TRUNCATED,
    /** Bytes follow after the end of the message. */
    TRAILING_BYTES,
    /** The schema is known but the bytes do not follow it. */
    MALFORMED
  }

  private final Reason reason;

  public UndecodableEvent(Reason reason, String message) {
    this(reason, message, null);
  }

  public UndecodableEvent(Reason reason, String message, Throwable cause) {
    super(reason + ": " + message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
