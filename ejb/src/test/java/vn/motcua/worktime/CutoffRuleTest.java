package vn.motcua.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.worktime.Calendars.HANOI;
import static vn.motcua.worktime.Calendars.at;
import static vn.motcua.worktime.Calendars.hanoi;
import static vn.motcua.worktime.CutoffRule.FIFTEEN_HOURS;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The 15:00 rule: results within the day, and the transfer of paper. */
class CutoffRuleTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-19T07:00, 2026-11-19T17:00, 2026-11-19T17:00",
    "2026-11-19T15:00, 2026-11-19T17:00, 2026-11-19T17:00",
    "2026-11-19T15:00:01, 2026-11-20T17:00, 2026-11-20T08:00",
    "2026-11-20T15:30, 2026-11-23T17:00, 2026-11-23T08:00",
    "2026-11-23T16:00, 2026-11-25T17:00, 2026-11-25T08:00",
    "2026-11-21T09:00, 2026-11-23T17:00, 2026-11-23T08:00",
    "2025-04-26T09:00, 2025-04-26T17:00, 2025-04-26T17:00",
  })
  void cutsAtFifteen(String received, String result, String transfer) {
    assertThat(FIFTEEN_HOURS.sameDay(HANOI, hanoi(received)).due()).isEqualTo(at(result));
    assertThat(FIFTEEN_HOURS.paperTransfer(HANOI, hanoi(received)).due()).isEqualTo(at(transfer));
  }

  @Test
  void aHalfDayIsOverWhenItCloses() {
    WorkingCalendar sixDays =
        Calendars.plain(Calendars.HANOI_ZONE)
            .officeHours(
                LocalDate.of(2024, 1, 1),
                WeeklyHours.mondayToFriday(Calendars.MORNING, Calendars.AFTERNOON)
                    .with(
                        WeeklyHours.on(
                            EnumSet.of(DayOfWeek.SATURDAY), Session.of("08:00", "12:00"))))
            .build();

    assertThat(FIFTEEN_HOURS.sameDay(sixDays, hanoi("2026-11-21T11:00")).due())
        .isEqualTo(at("2026-11-21T12:00"));
    assertThat(FIFTEEN_HOURS.sameDay(sixDays, hanoi("2026-11-21T13:00")).due())
        .isEqualTo(at("2026-11-23T17:00"));
  }

  @Test
  void saysWhyItMoved() {
    assertThat(
            WorktimeText.in(WorktimeText.VIETNAMESE)
                .lines(FIFTEEN_HOURS.sameDay(HANOI, hanoi("2026-11-20T15:30")).explanation()))
        .containsExactly(
            "Tiếp nhận lúc 15:30 thứ Sáu, 20/11/2026; giải quyết trong ngày.",
            "Tiếp nhận sau 15:00 hoặc hết giờ làm việc: chuyển sang ngày làm việc tiếp theo.",
            "21/11/2026 – 22/11/2026: nghỉ cuối tuần, không tính.",
            "Hạn: 17:00 thứ Hai, 23/11/2026.");
  }

  @Test
  void refusesWhatTheCalendarDoesNotCover() {
    assertThatThrownBy(() -> FIFTEEN_HOURS.sameDay(HANOI, hanoi("2028-01-03T09:00")))
        .isInstanceOf(WorktimeException.ReceivedNotCovered.class);
  }
}
