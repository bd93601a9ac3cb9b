package vn.motcua.figures.indicator;

import java.util.List;

/**
 * An indicator's figures, with all one needs to judge them.
 *
 * @param total of all that was asked for
 * @param parts as the question cuts it; empty where it does not. Times in their order; bodies and
 *     fields that can be ranked first, from the highest down, then those with too few cases
 */
public record IndicatorAnswer(
    Indicator indicator, IndicatorQuestion question, Value total, List<Part> parts) {

  /** Nobody is ranked on fewer cases (chosen by the Centre, from 22/11/2026). */
  public static final int MINIMUM_SAMPLE = 20;

  public IndicatorAnswer {
    parts = List.copyOf(parts);
  }

  /**
   * A figure.
   *
   * @param numerator of a share; of a count, a stock and a distribution how many
   * @param denominator n of a share; of the others the same as the numerator
   * @param p50 minutes, of a distribution only
   * @param p90 likewise
   * @param exists false: there is no data, which is neither nought nor all
   */
  public record Value(long numerator, long denominator, Long p50, Long p90, boolean exists) {

    static final Value NONE = new Value(0, 0, null, null, false);

    static Value share(long numerator, long denominator) {
      return new Value(numerator, denominator, null, null, denominator > 0);
    }

    static Value count(long count) {
      return new Value(count, count, null, null, true);
    }

    /** None of those that there are: a count of nought, not a lack of data. */
    public static Value nought() {
      return count(0);
    }

    /** How many cases it rests on. */
    public long sample() {
      return denominator;
    }
  }

  /**
   * A part of the figure.
   *
   * @param key a period's name, or the code of a body, or the id of a field; empty: none
   * @param name of a body or field, else empty
   * @param ranked whether it has enough cases
   */
  public record Part(String key, String name, Value value, boolean ranked) {}
}
