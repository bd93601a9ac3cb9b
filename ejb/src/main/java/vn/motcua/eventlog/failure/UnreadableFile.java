package vn.motcua.eventlog.failure;

/** The file is not the log that the mapping says it is, or it is damaged. */
public final class UnreadableFile extends EventLogFailure {

  private static final long serialVersionUID = 1L;

  public UnreadableFile(String code, Object... arguments) {
    super("eventlog.file-" + code, 422, arguments);
  }
}
