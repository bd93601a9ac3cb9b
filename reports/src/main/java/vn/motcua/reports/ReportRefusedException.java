package vn.motcua.reports;

/**
 * A report that must not be printed. The message is Vietnamese and made for the person who asked
 * for the report: it says what is wrong, where, and what to do.
 */
public abstract sealed class ReportRefusedException extends IllegalArgumentException
    permits BrokenIdentityException,
        ImpossiblePeriodException,
        UnprintableCountException,
        UnprintableTextException {

  private static final long serialVersionUID = 1L;

  private final String code;

  ReportRefusedException(String code, String message) {
    super(message);
    this.code = code;
  }

  /** Stable code for callers that translate or count refusals. */
  public String code() {
    return code;
  }
}
