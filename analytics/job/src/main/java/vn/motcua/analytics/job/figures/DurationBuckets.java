package vn.motcua.analytics.job.figures;

/**
 * The fixed buckets of a distribution of minutes: below 8 each minute is one, above every doubling
 * is cut into eight of equal width, so a bucket is at most an eighth as wide as it is far from
 * zero. Whole numbers only, so that whoever counts in another language has the same bounds. Counts
 * per bucket add up and subtract; p50 and p90 are read from the sums.
 */
public final class DurationBuckets {

  private static final int BITS = 3;
  private static final int WIDTH = 1 << BITS;
  private static final long MINUTE = 60_000;

  private DurationBuckets() {}

  /**
   * @param minutes below 0 counts as 0
   */
  public static int of(long minutes) {
    long positive = Math.max(0, minutes);
    int doublings = Math.max(0, Long.SIZE - 1 - BITS - Long.numberOfLeadingZeros(positive | 1));
    return WIDTH * doublings + (int) (positive >> doublings);
  }

  /** Whole minutes, rounded down. */
  static int ofMillis(long milliseconds) {
    return of(Math.max(0, milliseconds) / MINUTE);
  }
}
