package vn.motcua.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.motcua.worktime.Calendars.HANOI_DEADLINES;
import static vn.motcua.worktime.Calendars.at;
import static vn.motcua.worktime.Calendars.hanoi;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lawful pauses, by example. November 2026: 16–20 and 23, 25–27 are working days. */
class SuspensionTest {
  @Test
  void theDayAPauseBeginsCountsAndTheDayItEndsDoesNot() {
    // Wed 18 pause 10:00 – Thu 19 10:00: 17, 18, (19 not), 20, 23.
    assertThat(due(Allowance.workingDays(4), "2026-11-18T10:00", "2026-11-19T10:00"))
        .isEqualTo(at("2026-11-23T17:00"));
  }

  @Test
  void aPauseWithinADayCostsNoDayButItsHours() {
    assertThat(due(Allowance.workingDays(4), "2026-11-18T10:00", "2026-11-18T11:00"))
        .isEqualTo(at("2026-11-20T17:00"));
    assertThat(due(Allowance.workingHours(8), "2026-11-16T10:00", "2026-11-16T11:00"))
        .isEqualTo(at("2026-11-17T10:00"));
  }

  @Test
  void aDayOfATwentyFourHourCounterCountsWhenTheClockRunsAtTheTimeOfReceipt() {
    Term term =
        Term.of(hanoi("2026-11-16T09:00"), Allowance.workingDays(4))
            .endingAt(DueTime.TIME_OF_RECEIPT);

    assertThat(due(term, "2026-11-18T08:00", "2026-11-19T08:00")).isEqualTo(at("2026-11-23T09:00"));
    assertThat(due(term, "2026-11-18T10:00", "2026-11-19T08:00")).isEqualTo(at("2026-11-20T09:00"));
    assertThat(due(term, "2026-11-20T09:00", "2026-11-30T08:00")).isEqualTo(at("2026-11-20T09:00"));
  }

  @Test
  void aPauseOverNightOrLunchCostsNoWorkingHours() {
    assertThat(due(Allowance.workingHours(8), "2026-11-16T17:00", "2026-11-17T08:00"))
        .isEqualTo(at("2026-11-17T09:00"));
    assertThat(due(Allowance.workingHours(8), "2026-11-16T12:00", "2026-11-16T13:00"))
        .isEqualTo(at("2026-11-17T09:00"));
  }

  @Test
  void aTermIsNotDueWhileItIsPaused() {
    // Due Fri 20 at 17:00 without the pause that begins that morning.
    assertThat(due(Allowance.workingDays(4), "2026-11-20T10:00", "2026-11-23T09:00"))
        .isEqualTo(at("2026-11-23T17:00"));
    assertThat(due(Allowance.workingDays(4), "2026-11-20T10:00", "2026-11-20T17:00"))
        .isEqualTo(at("2026-11-23T17:00"));
    assertThat(due(Allowance.workingDays(4), "2026-11-20T10:00", "2026-11-20T16:59"))
        .isEqualTo(at("2026-11-20T17:00"));
    assertThat(due(Allowance.workingDays(4), "2026-11-20T10:00", "2026-11-23T18:00"))
        .isEqualTo(at("2026-11-25T17:00"));
    assertThat(due(Allowance.calendarDays(4), "2026-11-20T10:00", "2026-11-21T18:00"))
        .isEqualTo(at("2026-11-23T17:00"));
  }

  @Test
  void aPauseOverAWholeWeekMovesCalendarDaysByItsDays() {
    assertThat(due(Allowance.calendarDays(10), "2026-11-18T10:00", "2026-11-25T10:00"))
        .isEqualTo(at("2026-12-03T17:00"));
  }

  @Test
  void monthsGrowByThePausedDays() {
    // 16/11 + 1 month = 16/12 (30 days); 19 to 25 not counted: seven days more.
    assertThat(due(Allowance.months(1), "2026-11-18T10:00", "2026-11-25T10:00"))
        .isEqualTo(at("2026-12-23T17:00"));
  }

  @Test
  void overlappingPausesCountOnce() {
    Suspensions merged =
        Suspensions.of(
            List.of(
                pause("2026-11-18T10:00", "2026-11-19T10:00"),
                pause("2026-11-17T10:00", "2026-11-18T12:00"),
                pause("2026-11-19T10:00", "2026-11-19T11:00"),
                pause("2026-11-25T10:00", "2026-11-25T10:00")));

    assertThat(merged.merged()).containsExactly(pause("2026-11-17T10:00", "2026-11-19T11:00"));
  }

  @Test
  void aPauseThatEndsBeforeItBeginsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pause("2026-11-19T10:00", "2026-11-18T10:00"));
  }

  private static Suspension pause(String from, String to) {
    return new Suspension(hanoi(from), hanoi(to));
  }

  /** Received on Monday 16 November 2026 at 09:00. */
  private static LocalDateTime due(Allowance allowance, String from, String to) {
    return due(Term.of(hanoi("2026-11-16T09:00"), allowance), from, to);
  }

  private static LocalDateTime due(Term term, String from, String to) {
    return HANOI_DEADLINES.deadline(term.suspendedBy(List.of(pause(from, to)))).due();
  }
}
