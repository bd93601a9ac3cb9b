package vn.motcua.analytics.job.watch;

import java.util.Arrays;

/**
 * Working time (giờ làm việc) as the application publishes it: stretches in UTC milliseconds, in
 * order. Where they do not reach, every minute counts.
 */
public final class WorkingSpans {

  private final long[] starts;
  private final long[] ends;

  /** Working milliseconds before each start. */
  private final long[] before;

  /**
   * @param starts rising, each before its end and not before the end of the one before
   */
  public WorkingSpans(long[] starts, long[] ends) {
    this.starts = starts.clone();
    this.ends = ends.clone();
    before = new long[starts.length + 1];
    for (int i = 0; i < starts.length; i++) {
      before[i + 1] = before[i] + ends[i] - starts[i];
    }
  }

  /** Every minute counts. */
  public static WorkingSpans none() {
    return new WorkingSpans(new long[0], new long[0]);
  }

  /** The moment when this much working time has passed since another. */
  public long after(long from, long milliseconds) {
    return covers(from)
        ? at(worked(from) + milliseconds, from + milliseconds)
        : from + milliseconds;
  }

  /** The moment from which on this much working time passes until another. */
  public long before(long to, long milliseconds) {
    return covers(to) ? at(worked(to) - milliseconds, to - milliseconds) : to - milliseconds;
  }

  private boolean covers(long moment) {
    return starts.length > 0 && moment >= starts[0] && moment <= ends[ends.length - 1];
  }

  private long worked(long moment) {
    int found = Arrays.binarySearch(starts, moment);
    int span = found >= 0 ? found : -found - 2;
    return before[span] + Math.min(moment, ends[span]) - starts[span];
  }

  /** The first moment by which so much was worked. */
  private long at(long worked, long otherwise) {
    if (worked < 0 || worked > before[starts.length]) {
      return otherwise;
    }
    int found = Arrays.binarySearch(before, worked);
    if (found == 0) {
      return starts[0];
    }
    int span = found > 0 ? found - 1 : -found - 2;
    return starts[span] + worked - before[span];
  }
}
