package vn.motcua.processing;

import java.time.Instant;
import vn.motcua.worktime.TimeLeft;
import vn.motcua.worktime.WorkingTime;

/** How much of a legal limit is used, for the bar beside a dossier. */
final class LimitUsed {

  private LimitUsed() {}

  /**
   * In percent of working time; 100 where it is used up, 0 where there is no limit.
   *
   * @param left until the due moment, or null
   */
  static int percent(WorkingTime time, Instant received, Instant now, TimeLeft left) {
    if (left == null) {
      return 0;
    }
    if (left.over()) {
      return 100;
    }
    long used = Math.max(0, time.minutesBetween(received, now));
    long whole = used + left.working().toMinutes();
    return whole == 0 ? 100 : (int) Math.min(99, used * 100 / whole);
  }
}
