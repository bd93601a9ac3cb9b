package vn.motcua.eventlog.failure;

/** No case passed the checks, or too few did. */
public final class NothingToPublish extends EventLogFailure {

  private static final long serialVersionUID = 1L;

  private NothingToPublish(String code, Object... arguments) {
    super(code, 422, arguments);
  }

  public static NothingToPublish noCase(long read) {
    return new NothingToPublish("eventlog.no-case-left", read);
  }

  /**
   * @param allowedPercent the share that the mapping tolerates
   */
  public static NothingToPublish tooManyRefused(long refused, long read, long allowedPercent) {
    return new NothingToPublish("eventlog.too-many-refused", refused, read, allowedPercent);
  }
}
