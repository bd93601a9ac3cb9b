package vn.motcua.eventlog.mapping;

import java.time.Instant;

/**
 * A moment read from a log, cut to milliseconds because the log of entries carries no more.
 *
 * @param dateOnly the value names a day and no time; the instant is its 00:00
 * @param epoch the value is 1970-01-01 00:00 as written
 */
public record Moment(Instant instant, boolean dateOnly, boolean epoch, Fit fit) {

  /** How a local time fits the zone's clock changes. */
  public enum Fit {
    EXACT,
    /** It does not exist; moved on by the length of the gap. */
    SKIPPED,
    /** It exists twice; the earlier one was taken. */
    TWICE
  }
}
