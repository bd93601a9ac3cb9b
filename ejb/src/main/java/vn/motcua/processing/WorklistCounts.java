package vn.motcua.processing;

/**
 * How many open steps a worklist has, by tab.
 *
 * @param all of them
 * @param overdue past due and not paused
 * @param today due later today
 * @param paused waiting for something outside
 * @param ready with their result, to be handed over
 */
public record WorklistCounts(long all, long overdue, long today, long paused, long ready) {

  public long of(WorklistFilter.Show show) {
    return switch (show) {
      case ALL -> all;
      case OVERDUE -> overdue;
      case TODAY -> today;
      case PAUSED -> paused;
      case READY -> ready;
    };
  }
}
