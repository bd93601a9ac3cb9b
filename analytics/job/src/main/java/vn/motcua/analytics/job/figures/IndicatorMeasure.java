package vn.motcua.analytics.job.figures;

/**
 * What the register of indicators (sổ chỉ tiêu) is fed with: one constant per series of {@code
 * indicator_day}. All are flows of a day. What a series means, how it is called and by what it may
 * be cut is declared by package {@code vn.motcua.figures.indicator}; {@link IndicatorCounting}
 * counts it.
 *
 * <p>Append only: a checkpoint keeps the place of a constant. None of them depends on the passing
 * of time alone, so no cell has to be awaited.
 */
public enum IndicatorMeasure {
  ACCEPTED,
  ACCEPTED_ONCE,
  RESOLVED,
  REFUSED,
  FLOW_ELAPSED,
  FLOW_WORKING,
  PAUSED_TIME,
  LATE_BY,
  STEPPED,
  STEPS,
  QUICK_STEPS,
  HAND_OVERS,
  PAUSES,
  UNDOCUMENTED_PAUSES,
  RESTARTS,
  RETURNED,
  RATED_OF_RETURNED,
  RESULT_WAIT;

  private static final IndicatorMeasure[] ALL = values();
  private static final int BUCKETS = 1 << 10;
  private static final int DAY_BITS = 32;
  private static final long DAY = (1L << DAY_BITS) - 1;

  /**
   * A day with this series and a bucket of it, in one number: the cell's key keeps its shape, so
   * that checkpoints stay readable.
   *
   * @param day days since 1970-01-01
   * @param bucket 0 where the series has none
   */
  long on(long day, int bucket) {
    return (long) (ordinal() * BUCKETS + bucket) << DAY_BITS | day & DAY;
  }

  static IndicatorMeasure of(long packed) {
    return ALL[(int) (packed >>> DAY_BITS) / BUCKETS];
  }

  static int bucket(long packed) {
    return (int) (packed >>> DAY_BITS) % BUCKETS;
  }

  static long day(long packed) {
    return (int) packed;
  }
}
