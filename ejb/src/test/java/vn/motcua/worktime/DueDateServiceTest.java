package vn.motcua.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static vn.motcua.worktime.Calendars.at;
import static vn.motcua.worktime.Calendars.hanoi;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The door to working time: what it takes, what it refuses and in which words. */
class DueDateServiceTest {
  private final DueDateService service = new DueDateService(new BundledCalendars());

  @Test
  void answersWithTheCitysCalendarUnlessAnotherIsNamed() {
    DueDate answer = ask("3", "working_days", "2026-11-20T09:00", null, null);

    assertThat(answer.due()).isEqualTo(at("2026-11-26T17:00"));
    assertThat(answer.dueAt()).isEqualTo(hanoi("2026-11-26T17:00"));
    assertThat(answer.calendarVersion()).isEqualTo("hanoi@2026-11-21");
    assertThat(answer.provisional()).isFalse();
    assertThat(answer.explanation())
        .contains("24/11/2026: nghỉ Ngày Văn hóa Việt Nam, không tính.");
    assertThat(ask("3", "working_days", "2026-11-20T09:00", " ", "hanoi")).isEqualTo(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-20T15:30",
        "2026-11-20T15:30:00",
        "2026-11-20T15:30:00.000",
        "2026-11-20 15:30",
        "2026-11-20T15:30+07:00",
        "2026-11-20T15:30 07:00",
        "2026-11-20T08:30Z",
        "2026-11-20T10:30:00+02:00",
      })
  void theReceiptMayBeLocalOrHaveAnOffset(String received) {
    assertThat(ask("8", "working_hours", received, "online", null).due())
        .isEqualTo(at("2026-11-23T15:30"));
  }

  @Test
  void aDateAloneIsItsFirstMoment() {
    assertThat(ask("5", "working_days", "2026-02-13", "direct", null).due())
        .isEqualTo(at("2026-02-27T17:00"));
  }

  @Test
  void theChannelIsNotIgnored() {
    assertThat(ask("1", "working_days", "2026-11-18T22:00", "online", null).due())
        .isEqualTo(at("2026-11-20T17:00"));
    assertThat(ask("1", "working_days", "2026-11-18T22:00", "direct", null).due())
        .isEqualTo(at("2026-11-19T17:00"));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "3,    fortnights,    2026-11-20T09:00, direct, hanoi,     worktime.unknown-unit",
        "3,    WORKING_DAYS,  2026-11-20T09:00, direct, hanoi,     worktime.unknown-unit",
        "3,    -,             2026-11-20T09:00, direct, hanoi,     worktime.unknown-unit",
        "0,    working_days,  2026-11-20T09:00, direct, hanoi,     worktime.invalid-allowance",
        "-1,   working_days,  2026-11-20T09:00, direct, hanoi,     worktime.invalid-allowance",
        "501,  working_days,  2026-11-20T09:00, direct, hanoi,     worktime.invalid-allowance",
        "25,   months,        2026-11-20T09:00, direct, hanoi,     worktime.invalid-allowance",
        "1.5,  working_days,  2026-11-20T09:00, direct, hanoi,     worktime.invalid-allowance",
        "99999999999, months, 2026-11-20T09:00, direct, hanoi,     worktime.invalid-allowance",
        "-,    working_days,  2026-11-20T09:00, direct, hanoi,     worktime.invalid-allowance",
        "3,    working_days,  yesterday,        direct, hanoi,     worktime.invalid-received",
        "3,    working_days,  2026-02-30T09:00, direct, hanoi,     worktime.invalid-received",
        "3,    working_days,  2026-11-20T25:00, direct, hanoi,     worktime.invalid-received",
        "3,    working_days,  -,                direct, hanoi,     worktime.invalid-received",
        "3,    working_days,  2026-11-20T09:00, pigeon, hanoi,     worktime.unknown-channel",
        "3,    working_days,  2026-11-20T09:00, direct, atlantis,  worktime.unknown-calendar",
        "3,    working_days,  2026-11-20T09:00, direct, ../hanoi,  worktime.unknown-calendar",
        "3,    working_days,  2023-12-31T09:00, direct, hanoi,     worktime.received-not-covered",
        "3,    working_days,  2028-01-03T09:00, direct, hanoi,     worktime.received-not-covered",
        "3,    working_days,  -999999999-01-01, direct, hanoi,     worktime.received-not-covered",
        "9,    months,        2027-11-01T09:00, direct, hanoi,     worktime.day-not-covered",
        "3,    working_days,  2027-12-31T18:00, online, hanoi,     worktime.day-not-covered",
      })
  void refusesWithAStableCode(
      String allowance,
      String unit,
      String received,
      String channel,
      String calendar,
      String code) {
    assertThatThrownBy(() -> ask(allowance, unit, received, channel, calendar))
        .asInstanceOf(type(WorktimeException.class))
        .extracting(WorktimeException::code)
        .isEqualTo(code);
  }

  @Test
  void anErrorSaysWhatHappenedAndWhatToDoInBothLanguages() {
    assertThatThrownBy(() -> ask("3", "working_days", "2028-01-03T09:00", null, null))
        .hasMessage(
            "Ngày tiếp nhận 03/01/2028 nằm ngoài lịch làm việc hanoi@2026-11-21 (từ 01/01/2024 đến"
                + " 31/12/2027). Hãy chọn ngày khác hoặc bổ sung lịch của năm đó.")
        .asInstanceOf(type(WorktimeException.class))
        .extracting(error -> error.message(Locale.ENGLISH))
        .isEqualTo(
            "The day of receipt 3 Jan 2028 is outside the working calendar hanoi@2026-11-21 (1 Jan"
                + " 2024 to 31 Dec 2027). Choose another day or add that year's calendar.");
  }

  @Test
  void theExplanationSpeaksTheLanguageAskedFor() {
    DueDate answer =
        service.dueDate(
            new DueDateQuestion(
                "1", "working_hours", "2026-11-20T09:00", null, null, Locale.ENGLISH));

    assertThat(answer.explanation())
        .containsExactly(
            "Received at 09:00, Friday 20 Nov 2026; allowed: 1 working hour.",
            "20 Nov 2026: 1 hour of working time counted.",
            "Due: 10:00, Friday 20 Nov 2026.");
  }

  private DueDate ask(
      String allowance, String unit, String received, String channel, String calendar) {
    return service.dueDate(new DueDateQuestion(allowance, unit, received, channel, calendar, null));
  }
}
