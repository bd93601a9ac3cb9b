package vn.motcua.eventlog.failure;

/** The same import was interrupted by unexpected faults again and again. */
public final class ImportStuck extends EventLogFailure {

  private static final long serialVersionUID = 1L;

  public ImportStuck(int faults) {
    super("eventlog.stuck", 500, faults);
  }
}
