package vn.motcua.worktime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Measures working time (thời gian làm việc) with one calendar version. */
public final class WorkingTime {
  private final WorkingCalendar calendar;

  public WorkingTime(WorkingCalendar calendar) {
    this.calendar = calendar;
  }

  /**
   * Real time within office hours between two moments; negative when they are given backwards.
   *
   * @throws WorktimeException.DayNotCovered when the calendar does not know a day between
   */
  public Duration between(Instant from, Instant to) {
    return between(from, to, Suspensions.NONE);
  }

  /** The same without the time in which the clock was paused. */
  public Duration between(Instant from, Instant to, Suspensions suspensions) {
    if (to.isBefore(from)) {
      return between(to, from, suspensions).negated();
    }
    Duration sum = Duration.ZERO;
    LocalDate last = calendar.dateAt(to);
    for (LocalDate date = calendar.dateAt(from); !date.isAfter(last); date = date.plusDays(1)) {
      for (OpenStretch open : calendar.day(date).stretches(calendar.zone())) {
        OpenStretch asked = open.startingAt(from).endingAt(to);
        for (OpenStretch piece : suspensions.leaveOf(asked)) {
          sum = sum.plus(piece.length());
        }
      }
    }
    return sum;
  }

  /** Whole working minutes between two moments; a begun minute does not count. */
  public long minutesBetween(Instant from, Instant to) {
    return between(from, to).toMinutes();
  }

  /**
   * The moment at which an amount of working time is used up. Used up at closing time, it ends then
   * and not at the next opening; nothing at all ends where it begins.
   *
   * @param working not negative
   * @throws WorktimeException.DayNotCovered when it runs past the calendar's last day
   */
  public Instant after(Instant from, Duration working) {
    if (working.isNegative()) {
      throw new IllegalArgumentException("Negative working time: " + working);
    }
    Duration left = working;
    Instant at = from;
    for (LocalDate date = calendar.dateAt(from); left.isPositive(); date = date.plusDays(1)) {
      for (OpenStretch open : calendar.day(date).stretches(calendar.zone())) {
        OpenStretch stretch = open.startingAt(from);
        if (left.isPositive() && !stretch.isEmpty()) {
          Duration used = stretch.length().compareTo(left) < 0 ? stretch.length() : left;
          at = stretch.from().plus(used);
          left = left.minus(used);
        }
      }
    }
    return at;
  }

  /** What is left until a due moment, or by how much it has passed. */
  public TimeLeft timeLeft(Instant at, Instant dueAt) {
    boolean over = at.isAfter(dueAt);
    return new TimeLeft(over ? between(dueAt, at) : between(at, dueAt), over);
  }
}
