package vn.motcua.figures.board;

/**
 * A figure that can be recounted.
 *
 * @param numerator may be negative where more was used than the baseline allows
 * @param denominator n; 0: there is no figure
 */
public record Ratio(long numerator, long denominator) {

  /** No figure. */
  public static final Ratio NONE = new Ratio(0, 0);

  public boolean exists() {
    return denominator > 0;
  }

  /**
   * The change from an earlier figure, in hundredths of a percentage point, rounded half up.
   *
   * @return null where one of the two does not exist
   */
  public Long changeFrom(Ratio earlier) {
    return exists() && earlier.exists() ? basisPoints() - earlier.basisPoints() : null;
  }

  /** Hundredths of a percent, rounded half up. */
  public long basisPoints() {
    return Math.floorDiv(20_000 * numerator + denominator, 2 * denominator);
  }
}
