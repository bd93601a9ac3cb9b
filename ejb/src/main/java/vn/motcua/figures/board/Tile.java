package vn.motcua.figures.board;

import java.time.LocalDate;
import java.util.List;

/**
 * One goal on the board.
 *
 * @param value of the period
 * @param previous of the former period, as many days of it
 * @param untilYesterday of the period as it stood at the end of the day before
 * @param target null where none holds on that day
 * @param sides what stands beside it, so that nothing is beautified
 * @param days the figure of each day of the period so far
 */
public record Tile(
    Goal goal,
    State state,
    Ratio value,
    Ratio previous,
    Ratio untilYesterday,
    Target target,
    List<Side> sides,
    List<Day> days) {

  /** Whether there is a figure. */
  public enum State {
    LIVE,
    /** Nothing to divide by in this period. */
    EMPTY,
    /** Nothing feeds this goal yet. */
    NO_SOURCE
  }

  /**
   * A figure beside the goal's own.
   *
   * @param code such as {@code k3-on-time}
   * @param value of a share; of a plain count the denominator is −1
   */
  public record Side(String code, Ratio value) {

    static Side count(String code, long count) {
      return new Side(code, new Ratio(count, -1));
    }

    public boolean isCount() {
      return value.denominator() < 0;
    }
  }

  /** The figure of one day; it may not exist. */
  public record Day(LocalDate day, Ratio value) {}

  /** Null where there is no figure or no target. */
  public Boolean reached() {
    return state == State.LIVE && target != null ? target.reachedBy(value) : null;
  }
}
