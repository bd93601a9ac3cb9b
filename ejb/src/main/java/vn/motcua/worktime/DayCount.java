package vn.motcua.worktime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Terms in days and months. A day counts when the clock is running as the day begins; see the
 * package's doc.
 */
final class DayCount {
  private final WorkingCalendar calendar;
  private final Explanation explanation;

  DayCount(WorkingCalendar calendar, Explanation explanation) {
    this.calendar = calendar;
    this.explanation = explanation;
  }

  Deadline deadline(Term term, Instant counted) {
    LocalDateTime start = LocalDateTime.ofInstant(counted, calendar.zone());
    explanation.startDay(start.toLocalDate());
    LocalDate last = lastCountedDay(term, start);
    return dueOnOrAfter(last, term, start.toLocalTime());
  }

  private LocalDate lastCountedDay(Term term, LocalDateTime start) {
    boolean workingDaysOnly = term.allowance().unit() == AllowanceUnit.WORKING_DAYS;
    int needed = daysToCount(term.allowance(), start.toLocalDate());
    LocalDate date = start.toLocalDate();
    for (int ordinal = 0; ordinal < needed; ) {
      date = date.plusDays(1);
      CalendarDay day = calendar.day(date);
      if (workingDaysOnly && !day.isWorking()) {
        explanation.skipped(day);
      } else if (stands(term, date, start.toLocalTime())) {
        explanation.paused(date);
      } else if (workingDaysOnly) {
        explanation.workingDay(day, ++ordinal);
      } else {
        explanation.calendarDay(date, ++ordinal);
      }
    }
    return date;
  }

  /** Months end on the day of the same number, or the month's last (art. 148). */
  private int daysToCount(Allowance allowance, LocalDate start) {
    if (allowance.unit() != AllowanceUnit.MONTHS) {
      return allowance.amount();
    }
    LocalDate end = start.plusMonths(allowance.amount());
    int days = Math.toIntExact(ChronoUnit.DAYS.between(start, end));
    explanation.note("months", allowance, end, days);
    return days;
  }

  /** Moves an end that falls on a day of rest or into a pause, and sets the time of day. */
  private Deadline dueOnOrAfter(LocalDate last, Term term, LocalTime timeOfReceipt) {
    LocalDate date = last;
    while (true) {
      CalendarDay day = calendar.day(date);
      if (!day.isWorking()) {
        explanation.endMoved(day);
        date = date.plusDays(1);
        continue;
      }
      LocalDateTime due =
          term.dueTime() == DueTime.CLOSING ? day.closing() : date.atTime(timeOfReceipt);
      Instant dueAt = WallClock.last(due, calendar.zone());
      Optional<Suspension> pause = term.suspensions().runningInto(dueAt);
      if (pause.isEmpty()) {
        return explanation.conclude(
            calendar, term.received(), LocalDateTime.ofInstant(dueAt, calendar.zone()), dueAt);
      }
      // The clock stood when the term would have ended: it ends on the day the clock goes on.
      LocalDate resumed = calendar.dateAt(pause.get().to());
      explanation.note(
          "end-paused", date, LocalDateTime.ofInstant(pause.get().to(), calendar.zone()));
      date = resumed.isAfter(date) ? resumed : date.plusDays(1);
    }
  }

  /** Whether a pause keeps a day from counting. */
  private boolean stands(Term term, LocalDate date, LocalTime timeOfReceipt) {
    return switch (term.dueTime()) {
      case CLOSING ->
          term.suspensions().pausedAt(WallClock.first(date.atStartOfDay(), calendar.zone()));
      // The days of a 24-hour counter end, rather than begin, at the time of receipt.
      case TIME_OF_RECEIPT ->
          term.suspensions()
              .runningInto(WallClock.last(date.atTime(timeOfReceipt), calendar.zone()))
              .isPresent();
    };
  }
}
