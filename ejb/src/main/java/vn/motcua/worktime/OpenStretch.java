package vn.motcua.worktime;

import java.time.Duration;
import java.time.Instant;

/**
 * Real time during which the office works, half-open. Empty when the clock jumps over a session.
 *
 * @param from included
 * @param to excluded, never before {@code from}
 */
record OpenStretch(Instant from, Instant to) {
  Duration length() {
    return Duration.between(from, to);
  }

  boolean isEmpty() {
    return !from.isBefore(to);
  }

  /** The part at or after a moment; may be empty. */
  OpenStretch startingAt(Instant moment) {
    return moment.isAfter(from) ? new OpenStretch(earlier(moment, to), to) : this;
  }

  /** The part before a moment; may be empty. */
  OpenStretch endingAt(Instant moment) {
    return moment.isBefore(to) ? new OpenStretch(from, later(moment, from)) : this;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
