package vn.motcua.eventlog.failure;

/** The file is larger, deeper or denser than this installation accepts. */
public final class LimitExceeded extends EventLogFailure {

  private static final long serialVersionUID = 1L;

  /**
   * @param limit which limit, such as {@code ratio}
   * @param allowed the limit itself
   */
  public LimitExceeded(String limit, long allowed) {
    super("eventlog.limit-" + limit, 413, allowed);
  }
}
