package vn.motcua.worktime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Counts working time by looking at every single minute: slow, and too simple to be wrong. */
final class NaiveCounter {
  private final RandomCalendar calendar;
  private final List<Suspension> pauses;

  NaiveCounter(RandomCalendar calendar, List<Suspension> pauses) {
    this.calendar = calendar;
    this.pauses = pauses;
  }

  Instant dueAfterHours(Instant received, int hours) {
    Instant minute = received;
    for (int counted = 0; ; minute = minute.plus(1, ChronoUnit.MINUTES)) {
      if (works(minute) && ++counted == hours * 60) {
        return minute.plus(1, ChronoUnit.MINUTES);
      }
    }
  }

  /** End of the last open minute of the n-th day with open minutes after the day of receipt. */
  Instant dueAfterDays(Instant received, int days) {
    LocalDate day = wall(received).toLocalDate();
    Instant lastOpen = null;
    int counted = 0;
    for (Instant minute = received; ; minute = minute.plus(1, ChronoUnit.MINUTES)) {
      LocalDate today = wall(minute).toLocalDate();
      if (counted == days && today.isAfter(day)) {
        return lastOpen.plus(1, ChronoUnit.MINUTES);
      }
      if (today.isAfter(wall(received).toLocalDate()) && works(minute)) {
        if (today.isAfter(day)) {
          counted++;
          day = today;
        }
        lastOpen = minute;
      }
    }
  }

  long minutesBetween(Instant from, Instant to) {
    long counted = 0;
    for (Instant at = from; at.isBefore(to); at = at.plus(1, ChronoUnit.MINUTES)) {
      counted += works(at) ? 1 : 0;
    }
    return counted;
  }

  private boolean works(Instant minute) {
    return calendar.open(wall(minute))
        && pauses.stream()
            .noneMatch(pause -> !minute.isBefore(pause.from()) && minute.isBefore(pause.to()));
  }

  private LocalDateTime wall(Instant moment) {
    return LocalDateTime.ofInstant(moment, calendar.zone);
  }
}
