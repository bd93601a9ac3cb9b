package vn.motcua.figures.board;

import java.util.Locale;

/** A flow of a day: a column of {@code board_day}. */
public enum BoardFlow {
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

  String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
