package vn.motcua.analytics.job.stream;

/**
 * Whether a reader of the log reads as fast as only a backlog is read. By the machine's clock: it
 * decides how often checkpoints are made, never what is counted.
 */
final class ReadingPace {

  private static final long LOOK_NANOS = 1_000_000_000L;

  /** Of one reader; while the city works all of them together have far less. */
  private static final long BACKLOG_PER_LOOK = 2_500;

  private long lookedAt;
  private long records;
  private boolean backlog;
  private boolean begun;

  /**
   * To be called after each record.
   *
   * @return whether it is otherwise than before
   */
  boolean changes(long nanos) {
    if (!begun) {
      begun = true;
      lookedAt = nanos;
    }
    records++;
    long passed = nanos - lookedAt;
    if (passed < LOOK_NANOS) {
      return false;
    }
    boolean before = backlog;
    backlog = records * (double) LOOK_NANOS / passed > BACKLOG_PER_LOOK;
    lookedAt = nanos;
    records = 0;
    return backlog != before;
  }

  boolean isBacklog() {
    return backlog;
  }
}
