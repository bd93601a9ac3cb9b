package vn.motcua.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.worktime.Allowance.calendarDays;
import static vn.motcua.worktime.Allowance.months;
import static vn.motcua.worktime.Allowance.workingDays;
import static vn.motcua.worktime.Allowance.workingHours;
import static vn.motcua.worktime.Calendars.HANOI;
import static vn.motcua.worktime.Calendars.HANOI_DEADLINES;
import static vn.motcua.worktime.Calendars.HANOI_ZONE;
import static vn.motcua.worktime.Calendars.at;
import static vn.motcua.worktime.Calendars.due;
import static vn.motcua.worktime.Calendars.dueOnline;
import static vn.motcua.worktime.Calendars.hanoi;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** What other systems got wrong about working time, one test each. */
class CalendarLessonsTest {
  @Test
  void aTermBegunBeforeOfficeHoursRunsFromOpening() {
    assertThat(due("2026-11-19T05:00", workingHours(1))).isEqualTo(at("2026-11-19T09:00"));
    assertThat(due("2026-11-19T05:00", workingDays(1))).isEqualTo(at("2026-11-20T17:00"));
  }

  @Test
  void aTermBegunAfterOfficeHoursRunsFromTheNextOpening() {
    assertThat(due("2026-11-19T18:00", workingHours(1))).isEqualTo(at("2026-11-20T09:00"));
    assertThat(due("2026-11-19T17:00", workingHours(1))).isEqualTo(at("2026-11-20T09:00"));
  }

  @Test
  void aTermBegunAfterOfficeHoursOnFridayRunsFromMonday() {
    assertThat(due("2026-11-20T23:59", workingHours(1))).isEqualTo(at("2026-11-23T09:00"));
  }

  @Test
  void aTermBegunOnAHolidayRunsFromTheNextWorkingDay() {
    assertThat(due("2026-11-24T10:00", workingHours(1))).isEqualTo(at("2026-11-25T09:00"));
    assertThat(due("2026-02-18T10:00", workingHours(3))).isEqualTo(at("2026-02-23T11:00"));
  }

  @Test
  void theLunchPauseIsNotWorkingTime() {
    assertThat(due("2026-11-19T11:30", workingHours(1))).isEqualTo(at("2026-11-19T13:30"));
    assertThat(due("2026-11-19T12:20", workingHours(1))).isEqualTo(at("2026-11-19T14:00"));
    assertThat(
            new WorkingTime(HANOI)
                .minutesBetween(hanoi("2026-11-19T11:50"), hanoi("2026-11-19T13:10")))
        .isEqualTo(20);
  }

  @Test
  void hoursUsedUpAtClosingEndThenAndNotAtTheNextOpening() {
    assertThat(due("2026-11-19T08:00", workingHours(4))).isEqualTo(at("2026-11-19T12:00"));
    assertThat(due("2026-11-20T08:00", workingHours(8))).isEqualTo(at("2026-11-20T17:00"));
  }

  @Test
  void noWorkingDayTermEndsOnADayOfRest() {
    LocalDate day = LocalDate.of(2025, 1, 1);
    for (; day.getYear() < 2026; day = day.plusDays(1)) {
      Deadline deadline =
          HANOI_DEADLINES.deadline(
              Term.of(day.atTime(10, 0).atZone(HANOI_ZONE).toInstant(), calendarDays(10)));
      assertThat(HANOI.day(deadline.due().toLocalDate()).isWorking()).as("from " + day).isTrue();
    }
  }

  /** "Finished on Saturday" was derived from the day of receipt; here only moments count. */
  @Test
  void whatIsFinishedOnSaturdayIsJudgedByItsOwnMomentAndNotByTheDayOfReceipt() {
    Deadline fridayDue =
        HANOI_DEADLINES.deadline(Term.of(hanoi("2026-11-19T09:00"), workingDays(1)));
    WorkingTime time = new WorkingTime(HANOI);

    TimeLeft finishedOnSaturday = time.timeLeft(hanoi("2026-11-21T10:00"), fridayDue.dueAt());
    TimeLeft finishedOnMonday = time.timeLeft(hanoi("2026-11-23T09:00"), fridayDue.dueAt());

    assertThat(finishedOnSaturday).isEqualTo(new TimeLeft(Duration.ZERO, true));
    assertThat(finishedOnMonday).isEqualTo(new TimeLeft(Duration.ofHours(1), true));
  }

  @Test
  void aCalendarThatIsGivenIsNotIgnored() {
    WorkingCalendar sixDays =
        Calendars.plain(HANOI_ZONE)
            .officeHours(
                LocalDate.of(2024, 1, 1),
                WeeklyHours.on(
                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY),
                    Session.of("07:30", "11:30"),
                    Session.of("13:30", "16:30")))
            .build();
    Term days = Term.of(hanoi("2026-11-20T09:00"), workingDays(3));
    Term hours = Term.of(hanoi("2026-11-20T16:00"), workingHours(1));

    assertThat(new DeadlineCalculator(sixDays).deadline(days).due())
        .isEqualTo(at("2026-11-24T16:30"));
    assertThat(HANOI_DEADLINES.deadline(days).due()).isEqualTo(at("2026-11-26T17:00"));
    assertThat(new DeadlineCalculator(sixDays).deadline(hours).due())
        .isEqualTo(at("2026-11-21T08:00"));
    assertThat(HANOI_DEADLINES.deadline(hours).due()).isEqualTo(at("2026-11-20T17:00"));
  }

  @Test
  void anEstimateIsNotAPromise() {
    Deadline overTet2027 =
        HANOI_DEADLINES.deadline(Term.of(hanoi("2027-02-01T09:00"), workingDays(10)));
    Deadline intoNewYear =
        HANOI_DEADLINES.deadline(Term.of(hanoi("2026-12-30T09:00"), workingDays(3)));
    Deadline settled = HANOI_DEADLINES.deadline(Term.of(hanoi("2026-12-28T09:00"), workingDays(3)));
    Deadline overUnconfirmedSwap =
        HANOI_DEADLINES.deadline(Term.of(hanoi("2026-08-28T16:00"), workingDays(3)));

    assertThat(overTet2027.provisional()).isTrue();
    assertThat(intoNewYear.provisional()).isTrue();
    assertThat(settled.provisional()).isFalse();
    assertThat(overUnconfirmedSwap.provisional()).isTrue();
    assertThat(WorktimeText.in(WorktimeText.VIETNAMESE).lines(intoNewYear.explanation()).getLast())
        .startsWith("Tạm tính:")
        .contains("2027");
  }

  @Test
  void threeOClockIsNoRuleForTermsInDaysOrHours() {
    assertThat(due("2026-11-19T15:01", workingDays(1))).isEqualTo(at("2026-11-20T17:00"));
    assertThat(due("2026-11-19T15:30", workingHours(1))).isEqualTo(at("2026-11-19T16:30"));
  }

  @Test
  void onlineAtNightCountsAsReceivedWhenTheOfficeOpens() {
    assertThat(dueOnline("2026-11-18T22:00", workingDays(1))).isEqualTo(at("2026-11-20T17:00"));
    assertThat(due("2026-11-18T22:00", workingDays(1))).isEqualTo(at("2026-11-19T17:00"));
    assertThat(dueOnline("2026-11-21T10:00", workingDays(1))).isEqualTo(at("2026-11-25T17:00"));
    assertThat(due("2026-11-21T10:00", workingDays(1))).isEqualTo(at("2026-11-23T17:00"));
  }

  @Test
  void onlineBeforeOpeningAtLunchAndAtClosingStaysOnItsDay() {
    assertThat(dueOnline("2026-11-18T06:00", workingDays(1))).isEqualTo(at("2026-11-19T17:00"));
    assertThat(dueOnline("2026-11-18T12:30", workingDays(1))).isEqualTo(at("2026-11-19T17:00"));
    assertThat(dueOnline("2026-11-18T17:00", workingDays(1))).isEqualTo(at("2026-11-19T17:00"));
    assertThat(dueOnline("2026-11-18T17:00:01", workingDays(1))).isEqualTo(at("2026-11-20T17:00"));
  }

  @Test
  void aSaturdayDeskTakesDossiersButItsDayDoesNotCount() {
    WorkingCalendar desk = Calendars.withSaturdayDesk();
    DeadlineCalculator deadlines = new DeadlineCalculator(desk);
    Term online =
        Term.of(hanoi("2026-11-21T09:00"), workingDays(1)).receivedBy(ReceiptRule.NEXT_OPENING);

    assertThat(deadlines.deadline(online).due()).isEqualTo(at("2026-11-23T17:00"));
    assertThat(deadlines.deadline(Term.of(hanoi("2026-11-20T09:00"), workingDays(2))).due())
        .isEqualTo(at("2026-11-24T17:00"));
    assertThat(deadlines.deadline(Term.of(hanoi("2026-11-21T09:00"), workingHours(1))).due())
        .isEqualTo(at("2026-11-23T09:00"));
    assertThat(desk.day(LocalDate.of(2026, 11, 21)).kind()).isEqualTo(CalendarDay.Kind.DESK_ONLY);
  }

  @Test
  void aSwappedSaturdayCountsAndTheDayItReplacesDoesNot() {
    assertThat(due("2024-04-26T09:00", workingDays(1))).isEqualTo(at("2024-05-02T17:00"));
    assertThat(due("2024-05-03T16:00", workingHours(2))).isEqualTo(at("2024-05-04T09:00"));
    assertThat(due("2025-04-20T09:00", calendarDays(6))).isEqualTo(at("2025-04-26T17:00"));
  }

  @Test
  void officeHoursMayChangeFromADayOn() {
    WorkingCalendar calendar =
        Calendars.plain(HANOI_ZONE)
            .officeHours(
                LocalDate.of(2026, 11, 19),
                WeeklyHours.mondayToFriday(Session.of("07:00", "11:00")))
            .build();
    DeadlineCalculator deadlines = new DeadlineCalculator(calendar);

    assertThat(deadlines.deadline(Term.of(hanoi("2026-11-17T09:00"), workingDays(1))).due())
        .isEqualTo(at("2026-11-18T17:00"));
    assertThat(deadlines.deadline(Term.of(hanoi("2026-11-17T09:00"), workingDays(2))).due())
        .isEqualTo(at("2026-11-19T11:00"));
    assertThat(deadlines.deadline(Term.of(hanoi("2026-11-18T16:00"), workingHours(2))).due())
        .isEqualTo(at("2026-11-19T08:00"));
  }

  @Test
  void monthsEndOnTheSameNumberOrTheMonthsLastDay() {
    assertThat(due("2025-12-31T09:00", months(2))).isEqualTo(at("2026-03-02T17:00"));
    assertThat(due("2024-01-31T09:00", months(1))).isEqualTo(at("2024-02-29T17:00"));
    assertThat(due("2026-10-19T09:00", months(1))).isEqualTo(at("2026-11-19T17:00"));
  }

  @Test
  void secondsAreNeitherLostNorRounded() {
    assertThat(due("2026-11-19T16:59:30", workingHours(1))).isEqualTo(at("2026-11-20T08:59:30"));
  }
}
