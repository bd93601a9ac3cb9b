package vn.motcua.deadlines;

/**
 * What chances that were told came to (độ tin cậy), and a chance put right by that: people hurry
 * before a deadline, which no distribution of past durations knows. Pure. A tenth that was told
 * seldom stays as it is; a greater chance never becomes less than a smaller one.
 */
public final class Reliability {

  private static final int BINS = 20;

  /** How many were told before what they came to weighs as much as what was told. */
  private static final double STRENGTH = 20;

  private final double[] corrected;

  private Reliability(double[] corrected) {
    this.corrected = corrected;
  }

  /** Collects what was told and what became of it. */
  public static final class Collector {
    private final double[] told = new double[BINS];
    private final double[] late = new double[BINS];

    /**
     * @param chance 0 to 1
     */
    public void tell(double chance, boolean wasLate) {
      int bin = Math.min(BINS - 1, (int) (chance * BINS));
      told[bin]++;
      late[bin] += wasLate ? 1 : 0;
    }

    /** By what was told so far. */
    public Reliability reliability() {
      double[] weights = new double[BINS];
      double[] shares = new double[BINS];
      for (int bin = 0; bin < BINS; bin++) {
        weights[bin] = told[bin] + STRENGTH;
        shares[bin] = (late[bin] + STRENGTH * centre(bin)) / weights[bin];
      }
      return new Reliability(rising(shares, weights));
    }
  }

  private static double centre(int bin) {
    return (bin + 0.5) / BINS;
  }

  /** Neighbours that fall are taken together until none does. */
  private static double[] rising(double[] shares, double[] weights) {
    double[] values = new double[BINS];
    double[] sums = new double[BINS];
    int[] widths = new int[BINS];
    int blocks = 0;
    for (int bin = 0; bin < BINS; bin++) {
      values[blocks] = shares[bin];
      sums[blocks] = weights[bin];
      widths[blocks] = 1;
      blocks++;
      while (blocks > 1 && values[blocks - 2] > values[blocks - 1]) {
        double both = sums[blocks - 2] + sums[blocks - 1];
        values[blocks - 2] =
            (values[blocks - 2] * sums[blocks - 2] + values[blocks - 1] * sums[blocks - 1]) / both;
        sums[blocks - 2] = both;
        widths[blocks - 2] += widths[blocks - 1];
        blocks--;
      }
    }
    double[] rising = new double[BINS];
    int bin = 0;
    for (int block = 0; block < blocks; block++) {
      for (int i = 0; i < widths[block]; i++) {
        rising[bin++] = values[block];
      }
    }
    return rising;
  }

  /**
   * The chance put right, between what the neighbouring bins came to.
   *
   * @param chance 0 to 1
   */
  public double corrected(double chance) {
    double place = chance * BINS - 0.5;
    int below = Math.clamp((int) Math.floor(place), 0, BINS - 1);
    int above = Math.min(BINS - 1, below + 1);
    double part = Math.clamp(place - below, 0, 1);
    return corrected[below] + (corrected[above] - corrected[below]) * part;
  }
}
