package vn.motcua.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The demo's present: it begins in the past, runs faster than time, and goes on as time does once
 * it has caught up. So nothing in the demo ever happens in the future.
 */
final class FastClock implements InstantSource {

  private final InstantSource time;
  private final Instant begunAt;
  private final Instant first;
  private final int speed;

  /**
   * @param first the demo's first moment, not later than now
   * @param speed seconds of the demo per second, 1 to 1,000
   */
  FastClock(InstantSource time, Instant first, int speed) {
    this.time = time;
    this.first = first;
    this.speed = speed;
    begunAt = time.instant();
  }

  @Override
  public Instant instant() {
    Instant now = time.instant();
    Instant demo = first.plus(Duration.between(begunAt, now).multipliedBy(speed));
    return demo.isBefore(now) ? demo : now;
  }

  /** How long to wait, in real time, until the demo has come to a moment; never negative. */
  Duration until(Instant moment) {
    Duration ahead = Duration.between(instant(), moment);
    if (ahead.isNegative() || ahead.isZero()) {
      return Duration.ZERO;
    }
    // Past the meeting with real time the demo is no faster than it.
    boolean beyond = moment.isAfter(time.instant());
    return beyond ? Duration.between(time.instant(), moment) : ahead.dividedBy(speed);
  }
}
