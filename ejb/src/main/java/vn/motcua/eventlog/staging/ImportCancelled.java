package vn.motcua.eventlog.staging;

/** Somebody asked for the import to be cancelled; seen between two chunks. */
public final class ImportCancelled extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ImportCancelled(long importId) {
    super("import " + importId);
  }
}
