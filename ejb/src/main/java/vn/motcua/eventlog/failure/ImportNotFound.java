package vn.motcua.eventlog.failure;

/** There is no import with this number. */
public final class ImportNotFound extends EventLogFailure {

  private static final long serialVersionUID = 1L;

  public ImportNotFound(long id) {
    super("eventlog.import-unknown", 404, id);
  }
}
