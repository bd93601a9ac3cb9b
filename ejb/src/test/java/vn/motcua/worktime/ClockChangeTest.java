package vn.motcua.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.worktime.Calendars.AMSTERDAM;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Zones whose clock changes: days are days of the wall clock, hours are real hours. */
class ClockChangeTest {
  private static final WorkingCalendar EVERY_HOUR = WorkingCalendar.roundTheClock(AMSTERDAM);
  private static final Pattern DATES =
      Pattern.compile("key=\"(startdate|deadline)\" value=\"([^\"]+)\"");

  @Test
  void theSpringDayHas23HoursAndTheAutumnDay25() {
    WorkingTime time = new WorkingTime(EVERY_HOUR);

    assertThat(time.between(midnight(2026, 3, 29), midnight(2026, 3, 30)))
        .isEqualTo(Duration.ofHours(23));
    assertThat(time.between(midnight(2026, 10, 25), midnight(2026, 10, 26)))
        .isEqualTo(Duration.ofHours(25));
  }

  @Test
  void hoursRunOnThroughTheChange() {
    DeadlineCalculator deadlines = new DeadlineCalculator(EVERY_HOUR);
    Term spring = Term.of(midnight(2026, 3, 29), Allowance.workingHours(4));
    Term autumn = Term.of(midnight(2026, 10, 25), Allowance.workingHours(4));

    assertThat(deadlines.deadline(spring).due()).isEqualTo(LocalDateTime.of(2026, 3, 29, 5, 0));
    assertThat(deadlines.deadline(autumn).due()).isEqualTo(LocalDateTime.of(2026, 10, 25, 3, 0));
  }

  @Test
  void calendarDaysKeepTheTimeOnTheWall() {
    Deadline deadline = sameTime("2011-10-06T01:06:40+02:00", 56);

    assertThat(deadline.due()).isEqualTo(LocalDateTime.parse("2011-12-01T01:06:40"));
    assertThat(deadline.dueAt()).isEqualTo(moment("2011-12-01T01:06:40+01:00"));
  }

  @Test
  void aDueTimeThatTheClockJumpsOverIsTheMomentOfTheJump() {
    Deadline deadline = sameTime("2026-03-28T02:30:00+01:00", 1);

    assertThat(deadline.due()).isEqualTo(LocalDateTime.parse("2026-03-29T03:00"));
    assertThat(deadline.dueAt()).isEqualTo(moment("2026-03-29T03:00:00+02:00"));
  }

  @Test
  void aDueTimeThatTheClockShowsTwiceIsTheLaterOne() {
    assertThat(sameTime("2026-10-24T02:30:00+02:00", 1).dueAt())
        .isEqualTo(moment("2026-10-25T02:30:00+01:00"));
  }

  @Test
  void sessionsThatMeetWithinTheDoubleHourAreNotCountedTwice() {
    WorkingCalendar night =
        Calendars.plain(AMSTERDAM)
            .officeHours(
                LocalDate.of(2024, 1, 1),
                WeeklyHours.on(
                    EnumSet.allOf(DayOfWeek.class),
                    Session.of("00:00", "02:30"),
                    Session.of("02:30", "06:00")))
            .build();

    assertThat(new WorkingTime(night).between(midnight(2026, 10, 25), midnight(2026, 10, 26)))
        .isEqualTo(Duration.ofHours(7));
    assertThat(new WorkingTime(night).between(midnight(2026, 3, 29), midnight(2026, 3, 30)))
        .isEqualTo(Duration.ofHours(5));
  }

  @Test
  void aDayOpenRoundTheClockClosesOnItsOwnDate() {
    Term term = Term.of(moment("2026-03-20T10:00:00+01:00"), Allowance.calendarDays(3));

    assertThat(new DeadlineCalculator(EVERY_HOUR).deadline(term).due())
        .isEqualTo(LocalDateTime.parse("2026-03-23T23:59:59.999"));
  }

  /** A Dutch municipality's log: terms of 56 wall-clock days, in both offsets. */
  @Test
  void theDeadlinesOfARealLogAreWallClockDays() throws IOException {
    int checked = 0;
    int overChange = 0;
    for (String trace : receiptLog().split("<trace>")) {
      Matcher dates = DATES.matcher(trace);
      OffsetDateTime start = null;
      OffsetDateTime deadline = null;
      while (dates.find() && (start == null || deadline == null)) {
        OffsetDateTime date = OffsetDateTime.parse(dates.group(2));
        start = dates.group(1).equals("startdate") ? date : start;
        deadline = dates.group(1).equals("deadline") ? date : deadline;
      }
      if (start == null || deadline == null || !is56Days(start, deadline)) {
        continue;
      }
      Instant due = sameTime(start.toString(), 56).dueAt();
      assertThat(Duration.between(due, deadline.toInstant()).abs())
          .as("%s to %s", start, deadline)
          .isLessThan(Duration.ofSeconds(1));
      checked++;
      overChange += start.getOffset().equals(deadline.getOffset()) ? 0 : 1;
    }
    assertThat(checked).isGreaterThan(900);
    assertThat(overChange).isGreaterThan(300);
  }

  private static boolean is56Days(OffsetDateTime start, OffsetDateTime deadline) {
    Duration wall = Duration.between(start.toLocalDateTime(), deadline.toLocalDateTime());
    return wall.minusDays(56).abs().compareTo(Duration.ofSeconds(1)) < 0;
  }

  private static String receiptLog() throws IOException {
    try (InputStream log =
        new GZIPInputStream(
            Files.newInputStream(SharedData.file("data/event-logs/receipt.xes.gz")))) {
      return new String(log.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Deadline sameTime(String received, int days) {
    return new DeadlineCalculator(EVERY_HOUR)
        .deadline(
            Term.of(moment(received), Allowance.calendarDays(days))
                .endingAt(DueTime.TIME_OF_RECEIPT));
  }

  private static Instant moment(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  private static Instant midnight(int year, int month, int day) {
    return LocalDate.of(year, month, day).atStartOfDay(AMSTERDAM).toInstant();
  }
}
