package vn.motcua.analytics.job.figures;

import java.util.Locale;

/**
 * What the leadership's board counts per cell: the columns of {@code board_day}, in their order.
 * All are flows of a day; what each means is said by package {@code vn.motcua.figures}.
 */
public enum BoardMeasure {
  OPEN_IN,
  OPEN_OUT,
  OVERDUE_IN,
  OVERDUE_OUT,
  RECEIVED,
  RESOLVED,
  DATED_RESOLVED,
  ON_TIME,
  LATE,
  CLOSED,
  DUE_FALLEN,
  DUE_LATE,
  STEPS_BASELINE,
  STEPS_PASSED,
  MINUTES_BASELINE,
  MINUTES_USED,
  PAPERS_BASELINE,
  PAPERS_BROUGHT,
  EPISODES,
  SECOND_REQUESTS,
  RECHECKS,
  RATED,
  ANSWERS,
  SATISFIED,
  TRUST_ANSWERS,
  TRUSTING,
  TABLET_RATINGS,
  RETURNED;

  /** The column's name. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
