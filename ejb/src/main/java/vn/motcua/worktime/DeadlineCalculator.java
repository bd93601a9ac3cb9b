package vn.motcua.worktime;

import java.time.Instant;
import java.time.LocalDateTime;

/**
 * Computes due moments (hạn giải quyết) with one calendar version. The same term always gives the
 * same deadline: no clock is read.
 */
public final class DeadlineCalculator {
  private final WorkingCalendar calendar;
  private final WorkingCalendar desk;

  public DeadlineCalculator(WorkingCalendar calendar) {
    this(calendar, calendar);
  }

  /**
   * @param calendar the term counts by it
   * @param desk the same calendar with the hours of the place that receives: they say when an
   *     arrival counts as received
   */
  public DeadlineCalculator(WorkingCalendar calendar, WorkingCalendar desk) {
    this.calendar = calendar;
    this.desk = desk;
  }

  /**
   * The due moment of a term, with its reasons.
   *
   * @throws WorktimeException.ReceivedNotCovered when the calendar does not know the day of receipt
   * @throws WorktimeException.DayNotCovered when the term runs past the calendar's last day
   */
  public Deadline deadline(Term term) {
    Explanation explanation = new Explanation();
    Instant counted = new Receipt(desk).counted(term.received(), term.receiptRule());
    LocalDateTime arrival = wall(term.received());
    explanation.note("received", arrival, term.allowance());
    if (!counted.equals(term.received())) {
      explanation.note("received-later", wall(counted));
    }
    return switch (term.allowance().unit()) {
      case WORKING_HOURS -> new HourCount(calendar, explanation).deadline(term, counted);
      case WORKING_DAYS, CALENDAR_DAYS, MONTHS ->
          new DayCount(calendar, explanation).deadline(term, counted);
    };
  }

  private LocalDateTime wall(Instant moment) {
    return LocalDateTime.ofInstant(moment, calendar.zone());
  }
}
