package vn.motcua.figures.board;

import java.time.LocalDate;
import java.util.List;
import vn.motcua.figures.indicator.Indicator;
import vn.motcua.figures.indicator.IndicatorAnswer.Value;

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
   * @param value of a share or a mean; of a plain count the denominator is −1; it does not exist
   *     where there is no data
   * @param sort how it is told
   * @param p50 minutes, of {@link Sort#MINUTES} only
   * @param p90 likewise
   */
  public record Side(String code, Ratio value, Sort sort, Long p50, Long p90) {

    /** How a figure is told. */
    public enum Sort {
      SHARE,
      COUNT,
      /** How many for each case. */
      MEAN,
      /** p50 and p90. */
      MINUTES,
      /** Hundredths of points of those that could be had. */
      POINTS
    }

    /** A share. */
    public Side(String code, Ratio value) {
      this(code, value, Sort.SHARE, null, null);
    }

    static Side count(String code, long count) {
      return new Side(code, new Ratio(count, -1), Sort.COUNT, null, null);
    }

    /** No data. */
    static Side none(String code) {
      return new Side(code, Ratio.NONE);
    }

    /** As the register has it. */
    static Side of(String code, Indicator indicator, Value value) {
      if (!value.exists()) {
        return none(code);
      }
      Ratio ratio = new Ratio(value.numerator(), value.denominator());
      if (value.p50() != null) {
        return new Side(code, ratio, Sort.MINUTES, value.p50(), value.p90());
      }
      if (indicator.isMean()) {
        return new Side(code, ratio, Sort.MEAN, null, null);
      }
      return indicator.isShare() ? new Side(code, ratio) : count(code, value.numerator());
    }

    public boolean isCount() {
      return sort == Sort.COUNT;
    }

    /** Whether there is a figure: a count always is one. */
    public boolean exists() {
      return isCount() || value.exists();
    }
  }

  /** The figure of one day; it may not exist. */
  public record Day(LocalDate day, Ratio value) {}

  /** Null where there is no figure or no target. */
  public Boolean reached() {
    return state == State.LIVE && target != null ? target.reachedBy(value) : null;
  }
}
