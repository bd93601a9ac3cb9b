package vn.motcua.worktime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Collects the reasons of one due moment; like days in a row become one line. */
final class Explanation {
  private static final DisplayName NAMELESS = DisplayName.of("");

  private final List<ExplanationLine> lines = new ArrayList<>();
  private Run run;

  /** Days in a row that are treated alike. Ordinals and time are zero where they say nothing. */
  private record Run(
      String key,
      LocalDate first,
      LocalDate last,
      DisplayName name,
      int firstOrdinal,
      int lastOrdinal,
      Duration time) {
    boolean continuedBy(Run next) {
      return key.equals(next.key) && name.equals(next.name) && last.plusDays(1).equals(next.first);
    }

    Run with(Run next) {
      return new Run(
          key, first, next.last, name, firstOrdinal, next.lastOrdinal, time.plus(next.time));
    }

    ExplanationLine line() {
      String form = first.equals(last) ? ".one" : ".range";
      return ExplanationLine.of(key + form, first, last, name, firstOrdinal, lastOrdinal, time);
    }
  }

  void note(String key, Object... arguments) {
    closeRun();
    lines.add(ExplanationLine.of(key, arguments));
  }

  void startDay(LocalDate date) {
    add("start-day", date, NAMELESS, 0, Duration.ZERO);
  }

  void workingDay(CalendarDay day, int ordinal) {
    boolean swapped = day.kind() == CalendarDay.Kind.SWAPPED_WORKING;
    add(swapped ? "counted-swapped" : "counted", day.date(), name(day), ordinal, Duration.ZERO);
  }

  void calendarDay(LocalDate date, int ordinal) {
    add("calendar-day", date, NAMELESS, ordinal, Duration.ZERO);
  }

  void workingHours(CalendarDay day, Duration time) {
    boolean swapped = day.kind() == CalendarDay.Kind.SWAPPED_WORKING;
    add(swapped ? "hours-swapped" : "hours", day.date(), name(day), 0, time);
  }

  void pausedHours(LocalDate date, Duration time) {
    add("hours-paused", date, NAMELESS, 0, time);
  }

  void paused(LocalDate date) {
    add("paused", date, NAMELESS, 0, Duration.ZERO);
  }

  /** A day of rest that does not count. */
  void skipped(CalendarDay day) {
    String key =
        switch (day.kind()) {
          case DAY_OFF -> "off";
          case DESK_ONLY -> "desk-only";
          case WEEKLY_REST, WORKING, SWAPPED_WORKING -> "rest";
        };
    add(key, day.date(), name(day), 0, Duration.ZERO);
  }

  /** A day of rest that the end of the term fell on. */
  void endMoved(CalendarDay day) {
    String key = day.kind() == CalendarDay.Kind.DAY_OFF ? "end-off" : "end-rest";
    add(key, day.date(), name(day), 0, Duration.ZERO);
  }

  /** Ends the explanation with the due moment and what is still uncertain about it. */
  Deadline conclude(WorkingCalendar calendar, Instant received, LocalDateTime due, Instant dueAt) {
    note("due", due);
    List<ProvisionalStretch> uncertain =
        calendar.provisionalBetween(calendar.dateAt(received), due.toLocalDate());
    for (ProvisionalStretch stretch : uncertain) {
      boolean one = stretch.first().equals(stretch.last());
      note(
          one ? "provisional.one" : "provisional.range",
          stretch.first(),
          stretch.last(),
          stretch.reason());
    }
    return new Deadline(due, dueAt, lines, calendar.version(), !uncertain.isEmpty());
  }

  private static DisplayName name(CalendarDay day) {
    return day.name().orElse(NAMELESS);
  }

  private void add(String key, LocalDate date, DisplayName name, int ordinal, Duration time) {
    Run next = new Run(key, date, date, name, ordinal, ordinal, time);
    if (run != null && run.continuedBy(next)) {
      run = run.with(next);
    } else {
      closeRun();
      run = next;
    }
  }

  private void closeRun() {
    if (run != null) {
      lines.add(run.line());
      run = null;
    }
  }
}
