package vn.motcua.figures.board;

/**
 * Which dossiers are listed behind a figure. They are taken by what they are now: one that was
 * reopened since is open, whatever its earlier result was.
 */
public enum DossierMeasure {
  /** Overdue at T (quá hạn chưa xong), the oldest first. */
  OVERDUE("overdue_since", "f.class = 'OVERDUE'", false),
  /** First due in the period, and late. */
  DUE_LATE("original_due_at", "f.class <> 'VOIDED' and f.overdue_since is not null", true),
  /** First due in the period. */
  DUE("original_due_at", "f.class <> 'VOIDED'", true),
  /** With a result of the period, late. */
  LATE("ended_at", "f.class = 'LATE'", true),
  /** With a result of the period, early or on time. */
  ON_TIME("ended_at", "f.class in ('EARLY', 'ON_TIME')", true),
  /** With a result of the period. */
  RESOLVED("ended_at", "f.class in ('EARLY', 'ON_TIME', 'LATE', 'UNDATED')", true),
  /** Received in the period. */
  RECEIVED("received_at", "true", true);

  private final String moment;
  private final String condition;
  private final boolean ofPeriod;

  DossierMeasure(String moment, String condition, boolean ofPeriod) {
    this.moment = moment;
    this.condition = condition;
    this.ofPeriod = ofPeriod;
  }

  /** The column by which they are ordered, and which lies in the period. */
  String moment() {
    return moment;
  }

  String condition() {
    return condition;
  }

  boolean ofPeriod() {
    return ofPeriod;
  }

  /** As in addresses: {@code due-late}. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
