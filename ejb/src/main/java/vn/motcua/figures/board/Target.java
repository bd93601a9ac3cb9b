package vn.motcua.figures.board;

/**
 * What the city wants to reach (chỉ tiêu) on a day.
 *
 * @param permille thousandths: 850 is 85 %
 * @param source where it was decided
 */
public record Target(Comparison comparison, int permille, String source) {

  /** How a figure is held against the target. */
  public enum Comparison {
    AT_LEAST,
    ABOVE,
    EXACTLY
  }

  /** Whether a figure that exists reaches it, without rounding. */
  public boolean reachedBy(Ratio figure) {
    long left = Math.multiplyExact(1000, figure.numerator());
    long right = Math.multiplyExact(permille, figure.denominator());
    return switch (comparison) {
      case AT_LEAST -> left >= right;
      case ABOVE -> left > right;
      case EXACTLY -> left == right;
    };
  }
}
