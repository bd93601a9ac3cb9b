package vn.motcua.figures;

import java.time.Instant;
import java.time.LocalDate;
import vn.motcua.dataset.DatasetSummary;

/**
 * A named cut of the log (mốc chốt số liệu).
 *
 * @param from the first day whose figures were kept one by one
 * @param to the day after the last
 * @param xid all transactions before this one count; null until marked
 * @param time T: the moment the cut was taken; null until marked
 * @param withBoard whether the board's figures were kept too: older horizons have none
 * @param withIndicators whether the register's series were kept too: older horizons have none
 */
public record Horizon(
    long id,
    int datasetId,
    LocalDate from,
    LocalDate to,
    State state,
    String xid,
    Instant time,
    boolean withBoard,
    boolean withIndicators) {

  /** How far the horizon has come. */
  public enum State {
    /** Asked for; the relay has not marked it yet. */
    REQUESTED,
    /** Marked: the referee can answer. */
    MARKED,
    /** The stream's figures at the cut are kept. */
    FROZEN,
    /** The stream did not come in time. */
    MISSED,
    /** A scheduled check found both sides equal; the copy of the figures was let go. */
    RELEASED
  }

  /** Whether this roll-up's figures were kept. */
  boolean has(RollUp rollUp) {
    return switch (rollUp) {
      case FIGURES -> true;
      case BOARD -> withBoard;
      case INDICATORS -> withIndicators;
      // Nothing is kept of what the stream does not count.
      case TABLES -> false;
    };
  }

  /** The present of a dataset at this horizon: an imported log's clock ends with the log. */
  Instant timeFor(DatasetSummary dataset) {
    Instant end = dataset.clockEnd();
    return end == null ? time : end;
  }
}
