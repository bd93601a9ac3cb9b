package vn.motcua.figures.indicator;

import java.util.Map;
import java.util.SortedMap;

/**
 * Percentiles of minutes that were counted in fixed ranges: below 8 each minute is one, above every
 * doubling is cut into eight. The value is that of the nearest rank, placed evenly within its
 * range, so it is exact to an eighth.
 */
final class Quantiles {

  private static final int EIGHT = 8;

  private final SortedMap<Integer, Long> counts;
  private final long total;

  /**
   * @param counts by range; noughts and what cancels out do no harm
   */
  Quantiles(SortedMap<Integer, Long> counts) {
    this.counts = counts;
    total = counts.values().stream().mapToLong(Long::longValue).sum();
  }

  long total() {
    return total;
  }

  /**
   * @param percent 1 to 100
   * @return minutes; null where nothing was counted
   */
  Long at(int percent) {
    if (total <= 0) {
      return null;
    }
    long rank = Math.max(1, Math.ceilDiv(total * percent, 100));
    long before = 0;
    for (Map.Entry<Integer, Long> range : counts.entrySet()) {
      long count = range.getValue();
      if (before + count >= rank) {
        long from = from(range.getKey());
        long width = from(range.getKey() + 1) - from;
        return from + width * (2 * (rank - before) - 1) / (2 * count);
      }
      before += count;
    }
    return from(counts.lastKey());
  }

  /** The first minute of a range. */
  static long from(int bucket) {
    int doublings = Math.max(0, bucket / EIGHT - 1);
    return (long) (bucket - EIGHT * doublings) << doublings;
  }
}
