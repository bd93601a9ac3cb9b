package vn.motcua.worktime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * Terms in working hours: real time within office hours and outside pauses, counted from the
 * receipt itself. A term used up at closing time ends then, not at the next opening.
 */
final class HourCount {
  private final WorkingCalendar calendar;
  private final Explanation explanation;
  private Duration remaining;
  private Instant due;

  HourCount(WorkingCalendar calendar, Explanation explanation) {
    this.calendar = calendar;
    this.explanation = explanation;
  }

  Deadline deadline(Term term, Instant counted) {
    remaining = Duration.ofHours(term.allowance().amount());
    for (LocalDate date = calendar.dateAt(counted); due == null; date = date.plusDays(1)) {
      CalendarDay day = calendar.day(date);
      if (day.isWorking()) {
        countDay(day, counted, term.suspensions());
      } else {
        explanation.skipped(day);
      }
    }
    return explanation.conclude(
        calendar, term.received(), LocalDateTime.ofInstant(due, calendar.zone()), due);
  }

  private void countDay(CalendarDay day, Instant start, Suspensions suspensions) {
    Duration before = remaining;
    Duration paused = Duration.ZERO;
    for (OpenStretch open : day.stretches(calendar.zone())) {
      OpenStretch stretch = open.startingAt(start);
      Instant at = stretch.from();
      for (OpenStretch piece : suspensions.leaveOf(stretch)) {
        if (due == null) {
          paused = paused.plus(Duration.between(at, piece.from()));
          use(piece);
          at = piece.to();
        }
      }
      if (due == null) {
        paused = paused.plus(Duration.between(at, stretch.to()));
      }
    }
    Duration used = before.minus(remaining);
    if (used.isPositive()) {
      explanation.workingHours(day, used);
    } else if (!paused.isPositive()) {
      explanation.note("after-hours", day.date());
    }
    if (paused.isPositive()) {
      explanation.pausedHours(day.date(), paused);
    }
  }

  private void use(OpenStretch piece) {
    if (piece.length().compareTo(remaining) >= 0) {
      due = piece.from().plus(remaining);
      remaining = Duration.ZERO;
    } else {
      remaining = remaining.minus(piece.length());
    }
  }
}
