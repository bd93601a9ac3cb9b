package vn.motcua.eventlog.failure;

/** Publishing has begun, or the import has ended: it can no longer be cancelled. */
public final class ImportNotCancellable extends EventLogFailure {

  private static final long serialVersionUID = 1L;

  private ImportNotCancellable(String code, long id) {
    super(code, 409, id);
  }

  public static ImportNotCancellable publishing(long id) {
    return new ImportNotCancellable("eventlog.cancel-publishing", id);
  }

  public static ImportNotCancellable ended(long id) {
    return new ImportNotCancellable("eventlog.cancel-ended", id);
  }
}
