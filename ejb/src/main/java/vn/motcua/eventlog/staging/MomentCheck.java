package vn.motcua.eventlog.staging;

import java.time.Duration;
import java.time.Instant;
import vn.motcua.eventlog.finding.FindingCode;
import vn.motcua.eventlog.mapping.Moment;

/**
 * Which moments can be meant. 1970-01-01 00:00 as written is what systems put when they know no
 * date; a log in which it is one on purpose lists it among the missing values or moves its events.
 */
final class MomentCheck {

  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2101-01-01T00:00:00Z");

  /** Clocks of other systems are off, and local days begin earlier in the east. */
  private static final Duration TOLERANCE = Duration.ofDays(1);

  private final Instant latest;

  /**
   * @param now when the import runs
   */
  MomentCheck(Instant now) {
    latest = now.plus(TOLERANCE);
  }

  /** What is wrong with a moment that is said to have happened, or null. */
  FindingCode ofPast(Moment moment) {
    FindingCode problem = ofAny(moment);
    return problem == null && moment.instant().isAfter(latest)
        ? FindingCode.MOMENT_IN_FUTURE
        : problem;
  }

  /** What is wrong with a moment that may lie ahead, or null. */
  FindingCode ofAny(Moment moment) {
    if (moment.epoch()) {
      return FindingCode.MOMENT_EPOCH;
    }
    boolean outside = moment.instant().isBefore(FIRST) || !moment.instant().isBefore(END);
    return outside ? FindingCode.MOMENT_OUT_OF_RANGE : null;
  }
}
