package vn.motcua.worktime;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;

/** Calendars and moments that the tests of this package share. */
final class Calendars {
  static final ZoneId HANOI_ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
  static final WorkingCalendar HANOI = new BundledCalendars().ofCode("hanoi");
  static final DeadlineCalculator HANOI_DEADLINES = new DeadlineCalculator(HANOI);
  static final Session MORNING = Session.of("08:00", "12:00");
  static final Session AFTERNOON = Session.of("13:00", "17:00");

  private Calendars() {}

  /** A wall-clock time in Hanoi, such as 2026-11-20T15:30. */
  static Instant hanoi(String time) {
    return LocalDateTime.parse(time).atZone(HANOI_ZONE).toInstant();
  }

  static LocalDateTime due(String received, Allowance allowance) {
    return HANOI_DEADLINES.deadline(Term.of(hanoi(received), allowance)).due();
  }

  static LocalDateTime dueOnline(String received, Allowance allowance) {
    return HANOI_DEADLINES
        .deadline(
            Term.of(hanoi(received), allowance)
                .receivedBy(HANOI.receiptRule(ReceiptChannel.ONLINE)))
        .due();
  }

  static LocalDateTime at(String time) {
    return LocalDateTime.parse(time);
  }

  /** Office hours of 8 hours, Monday to Friday, for 2024 to 2027, without holidays. */
  static WorkingCalendarBuilder plain(ZoneId zone) {
    return new WorkingCalendarBuilder(new CalendarVersion("plain", "1"), zone)
        .covering(LocalDate.of(2024, 1, 1), LocalDate.of(2027, 12, 31))
        .officeHours(LocalDate.of(2024, 1, 1), WeeklyHours.mondayToFriday(MORNING, AFTERNOON));
  }

  /** Plain, with a desk that takes dossiers on Saturday mornings. */
  static WorkingCalendar withSaturdayDesk() {
    return plain(HANOI_ZONE)
        .deskHours(
            LocalDate.of(2024, 1, 1),
            WeeklyHours.on(EnumSet.of(DayOfWeek.SATURDAY), Session.of("08:00", "11:30")))
        .build();
  }
}
