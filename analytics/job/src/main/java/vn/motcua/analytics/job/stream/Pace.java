package vn.motcua.analytics.job.stream;

/**
 * How soon changes are handed on. While the city works, at once, because a leadership watches.
 * While the log is read again from its beginning, seldom: what is handed on seldom is written once
 * instead of many times, and nobody looks at figures of last month on their way to today. The
 * machine's clock decides only how soon, never what is counted.
 */
final class Pace {

  /** How often it is looked at again, milliseconds. */
  static final long LOOK = 200;

  /** From this many entries per second on, the log is being caught up with. */
  private static final long BUSY_PER_SECOND = 5_000;

  private static final long BUSY_WAIT = 10_000;

  private long handedOn;
  private long lookedAt;
  private long entries;
  private boolean busy;

  /** An entry was taken in. */
  void entry() {
    entries++;
  }

  /**
   * @param now milliseconds of the machine's clock
   * @return whether it is time to hand on
   */
  boolean isTime(long now) {
    long passed = now - lookedAt;
    if (passed >= LOOK) {
      busy = entries * 1000 / passed > BUSY_PER_SECOND;
      lookedAt = now;
      entries = 0;
    }
    return !busy || now >= handedOn + BUSY_WAIT;
  }

  /** Everything was handed on now. */
  void handedOn(long now) {
    handedOn = now;
  }
}
