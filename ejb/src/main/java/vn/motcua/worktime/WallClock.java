package vn.motcua.worktime;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * From the clock on the wall to the moment, where a zone changes its clock. A time that the clock
 * jumps over is the moment of the jump; of a time that it shows twice, an opening takes the first
 * and an ending the last, so that nobody is late while the wall shows an earlier time than the due
 * one.
 */
final class WallClock {
  private WallClock() {}

  /** The first moment at which the wall shows this time or a later one. */
  static Instant first(LocalDateTime time, ZoneId zone) {
    ZoneOffsetTransition change = zone.getRules().getTransition(time);
    if (change == null) {
      return time.atZone(zone).toInstant();
    }
    return change.isGap() ? change.getInstant() : time.toInstant(change.getOffsetBefore());
  }

  /** The last moment at which the wall comes to this time. */
  static Instant last(LocalDateTime time, ZoneId zone) {
    ZoneOffsetTransition change = zone.getRules().getTransition(time);
    if (change == null) {
      return time.atZone(zone).toInstant();
    }
    return change.isGap() ? change.getInstant() : time.toInstant(change.getOffsetAfter());
  }
}
