package vn.motcua.worktime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** From the arrival of a dossier to the moment that counts as its receipt. */
final class Receipt {
  private final WorkingCalendar calendar;

  Receipt(WorkingCalendar calendar) {
    this.calendar = calendar;
  }

  /**
   * The moment that counts. Closing time itself still belongs to the day.
   *
   * @throws WorktimeException.ReceivedNotCovered when the calendar does not know the day of arrival
   */
  Instant counted(Instant arrived, ReceiptRule rule) {
    LocalDate date = calendar.dateAt(arrived);
    if (!calendar.covers(date)) {
      throw new WorktimeException.ReceivedNotCovered(date, calendar);
    }
    if (rule == ReceiptRule.AT_ARRIVAL) {
      return arrived;
    }
    LocalDateTime arrival = LocalDateTime.ofInstant(arrived, calendar.zone());
    List<Session> today = attended(date);
    if (!today.isEmpty() && !arrival.isAfter(today.getLast().closing(date))) {
      LocalDateTime opening = today.getFirst().opening(date);
      return arrival.isBefore(opening) ? WallClock.first(opening, calendar.zone()) : arrived;
    }
    LocalDate next = date.plusDays(1);
    while (attended(next).isEmpty()) {
      next = next.plusDays(1);
    }
    return WallClock.first(attended(next).getFirst().opening(next), calendar.zone());
  }

  /** Hours of a day in which somebody takes dossiers, at the office or at its desk. */
  private List<Session> attended(LocalDate date) {
    CalendarDay day = calendar.day(date);
    return Stream.concat(day.sessions().stream(), day.deskSessions().stream())
        .sorted(Comparator.comparing(Session::opens))
        .toList();
  }
}
