package vn.motcua.analytics.job.figures;

import vn.motcua.analytics.job.facts.Standing;
import vn.motcua.events.Outcome;

/**
 * What is counted per cell: the columns of {@code figure_day}, in their order. All are flows of a
 * day; a stock at the start of day D is the sum of in − out over all days before D.
 *
 * <p>Identity, for every unit and period, each term counted on its own: carried over + received +
 * transferred in + reopened = resolved + closed + voided + transferred out + open.
 */
public enum Measure {
  OPEN_IN,
  OPEN_OUT,
  WITHIN_IN,
  WITHIN_OUT,
  PAUSED_IN,
  PAUSED_OUT,
  OVERDUE_IN,
  OVERDUE_OUT,
  RECEIVED,
  TRANSFERRED_IN,
  REOPENED,
  EARLY_GRANTED,
  EARLY_REFUSED,
  ON_TIME_GRANTED,
  ON_TIME_REFUSED,
  LATE_GRANTED,
  LATE_REFUSED,
  UNDATED_GRANTED,
  UNDATED_REFUSED,
  CLOSED_BEFORE_DUE,
  CLOSED_AFTER_DUE,
  VOIDED,
  TRANSFERRED_OUT;

  /** How many measures there are. */
  public static final int COUNT = values().length;

  /** The column's name. */
  public String column() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  static Measure entering(Standing standing) {
    return switch (standing) {
      case WITHIN -> WITHIN_IN;
      case PAUSED -> PAUSED_IN;
      case OVERDUE -> OVERDUE_IN;
      default -> throw new IllegalArgumentException(standing + " is no class of an open dossier");
    };
  }

  static Measure leaving(Standing standing) {
    return switch (standing) {
      case WITHIN -> WITHIN_OUT;
      case PAUSED -> PAUSED_OUT;
      case OVERDUE -> OVERDUE_OUT;
      default -> throw new IllegalArgumentException(standing + " is no class of an open dossier");
    };
  }

  static Measure ended(Standing result, Outcome outcome) {
    boolean granted = outcome != Outcome.REFUSED;
    return switch (result) {
      case EARLY -> granted ? EARLY_GRANTED : EARLY_REFUSED;
      case ON_TIME -> granted ? ON_TIME_GRANTED : ON_TIME_REFUSED;
      case LATE -> granted ? LATE_GRANTED : LATE_REFUSED;
      case UNDATED -> granted ? UNDATED_GRANTED : UNDATED_REFUSED;
      case CLOSED_BEFORE_DUE -> CLOSED_BEFORE_DUE;
      case CLOSED_AFTER_DUE -> CLOSED_AFTER_DUE;
      case VOIDED -> VOIDED;
      default -> throw new IllegalArgumentException(result + " does not end a dossier");
    };
  }
}
