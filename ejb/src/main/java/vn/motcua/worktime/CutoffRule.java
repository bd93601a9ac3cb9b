package vn.motcua.worktime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * The 15:00 rule. It holds for two things only, results within the day (giải quyết trong ngày) and
 * the transfer of paper (chuyển hồ sơ giấy, Decree 118/2025, art. 18), and nowhere else: a term in
 * days does not know it.
 *
 * @param lastTime the last local time of day that still counts for the same day, included
 */
public record CutoffRule(LocalTime lastTime) {
  /** As the decree has it: what comes <em>after</em> 15:00 is for the next working day. */
  public static final CutoffRule FIFTEEN_HOURS = new CutoffRule(LocalTime.of(15, 0));

  /**
   * Due by closing time of the day of receipt, or of the next working day.
   *
   * @throws WorktimeException.ReceivedNotCovered when the calendar does not know the day of receipt
   */
  public Deadline sameDay(WorkingCalendar calendar, Instant received) {
    return sameDay(calendar, calendar, received);
  }

  /**
   * The same where the place that receives has hours of its own: what comes after it has closed is
   * for the next working day, also before 15:00. Due is the city's closing time all the same.
   *
   * @param desk the calendar with the hours of the place that receives
   */
  public Deadline sameDay(WorkingCalendar calendar, WorkingCalendar desk, Instant received) {
    Explanation explanation = new Explanation();
    LocalDateTime arrival = arrival(calendar, received);
    explanation.note("same-day", arrival);
    CalendarDay today = calendar.day(arrival.toLocalDate());
    boolean inTime = inTime(today, arrival) && inTime(desk.day(arrival.toLocalDate()), arrival);
    CalendarDay due = inTime ? today : moved(calendar, today, explanation);
    return conclude(calendar, explanation, received, due.closing());
  }

  /**
   * Due by closing time of the day of receipt, or at the start of the next working day.
   *
   * @throws WorktimeException.ReceivedNotCovered when the calendar does not know the day of receipt
   */
  public Deadline paperTransfer(WorkingCalendar calendar, Instant received) {
    Explanation explanation = new Explanation();
    LocalDateTime arrival = arrival(calendar, received);
    explanation.note("paper-transfer", arrival);
    CalendarDay today = calendar.day(arrival.toLocalDate());
    LocalDateTime due =
        inTime(today, arrival) ? today.closing() : moved(calendar, today, explanation).opening();
    return conclude(calendar, explanation, received, due);
  }

  private boolean inTime(CalendarDay day, LocalDateTime arrival) {
    return day.isWorking()
        && !arrival.toLocalTime().isAfter(lastTime)
        && arrival.isBefore(day.closing());
  }

  private CalendarDay moved(WorkingCalendar calendar, CalendarDay today, Explanation explanation) {
    if (today.isWorking()) {
      explanation.note("after-cutoff", lastTime);
    } else {
      explanation.skipped(today);
    }
    CalendarDay next = calendar.nextWorkingDay(today.date());
    LocalDate between = today.date().plusDays(1);
    between.datesUntil(next.date()).map(calendar::day).forEach(explanation::skipped);
    return next;
  }

  private static LocalDateTime arrival(WorkingCalendar calendar, Instant received) {
    LocalDateTime arrival = LocalDateTime.ofInstant(received, calendar.zone());
    if (!calendar.covers(arrival.toLocalDate())) {
      throw new WorktimeException.ReceivedNotCovered(arrival.toLocalDate(), calendar);
    }
    return arrival;
  }

  private static Deadline conclude(
      WorkingCalendar calendar, Explanation explanation, Instant received, LocalDateTime due) {
    return explanation.conclude(calendar, received, due, WallClock.last(due, calendar.zone()));
  }
}
