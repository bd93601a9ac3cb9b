package vn.motcua.eventlog.failure;

/** The uploaded file is no longer in the import folder, so the import cannot go on. */
public final class SpoolLost extends EventLogFailure {

  private static final long serialVersionUID = 1L;

  public SpoolLost(String fileName) {
    super("eventlog.spool-lost", 422, fileName);
  }
}
