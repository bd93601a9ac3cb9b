package vn.motcua.analytics.job.facts;

/**
 * The class of an accepted dossier: exhaustive and disjoint. The first three while it is open, the
 * others after.
 */
public enum Standing {
  /** Open, within the limit or without one (trong hạn). */
  WITHIN,
  /** Open and lawfully paused, begun before the due moment (tạm dừng). */
  PAUSED,
  /** Open and past its due moment; never undone (quá hạn). */
  OVERDUE,
  /** Result on a day before the day of the due moment (trước hạn). */
  EARLY,
  /** Result not early, and not after the due moment (đúng hạn). */
  ON_TIME,
  /** Result after the dossier had become overdue (trễ hạn). */
  LATE,
  /** Result of a dossier without a legal limit. */
  UNDATED,
  /** Ended without a result, before the dossier became overdue. */
  CLOSED_BEFORE_DUE,
  /** Ended without a result, after the dossier had become overdue. */
  CLOSED_AFTER_DUE,
  /** Entered in error, or converted to the right procedure (hủy). */
  VOIDED
}
