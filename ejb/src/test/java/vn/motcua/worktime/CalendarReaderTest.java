package vn.motcua.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.StringReader;
import java.text.Normalizer;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calendar files, good and bad; a bad one is refused with its line. */
class CalendarReaderTest {
  /** Nine lines; what a test adds is line 10. */
  private static final String GOOD =
      """
      # A comment
      entry,from,to,value,name,name_en,basis,status

      revision,,,7,,,,
      zone,,,Asia/Ho_Chi_Minh,,,,
      standard-day,,,PT8H,,,,
      covers,2026-01-01,2026-12-31,,,,,
      hours,2026-01-01,,MON-FRI 08:00-12:00 13:00-17:00,,,,
      off,2026-09-02,,,Quốc khánh,National Day,,confirmed
      """;

  @Test
  void readsAGoodFile() {
    WorkingCalendar calendar =
        read(
            GOOD
                + """
                hours,2026-07-01,,MON-THU 07:30-11:30,,,,
                hours,2026-07-01,,FRI closed,,,,
                hours,2026-07-01,,SAT 08:00-24:00,,,,
                desk,2026-01-01,,SUN 08:00-11:00,,,,
                work,2026-01-10,,as 2026-01-02,làm bù,,,unconfirmed
                work,2026-01-11,,09:00-10:00,làm bù,,,confirmed
                channel,,,post next-opening,,,,
                provisional,2026-12-01,2026-12-31,,chưa công bố,,,
                """);

    assertThat(calendar.version()).hasToString("test@7");
    assertThat(day(calendar, "2026-09-02").name())
        .contains(new DisplayName("Quốc khánh", "National Day"));
    assertThat(day(calendar, "2026-06-26").isWorking()).isTrue();
    assertThat(day(calendar, "2026-07-03").isWorking()).isFalse();
    assertThat(day(calendar, "2026-07-04").sessions())
        .containsExactly(Session.of("08:00", "24:00"));
    assertThat(day(calendar, "2026-07-02").sessions())
        .containsExactly(Session.of("07:30", "11:30"));
    assertThat(day(calendar, "2026-01-04").kind()).isEqualTo(CalendarDay.Kind.DESK_ONLY);
    assertThat(day(calendar, "2026-01-10").sessions()).hasSize(2);
    assertThat(day(calendar, "2026-01-10").confirmed()).isFalse();
    assertThat(day(calendar, "2026-01-11").sessions())
        .containsExactly(Session.of("09:00", "10:00"));
    assertThat(calendar.receiptRule(ReceiptChannel.POST)).isEqualTo(ReceiptRule.NEXT_OPENING);
    assertThat(calendar.receiptRule(ReceiptChannel.DIRECT)).isEqualTo(ReceiptRule.AT_ARRIVAL);
  }

  @Test
  void decomposedTextIsComposed() {
    String decomposed =
        Normalizer.normalize("off,2026-09-01,,,Quốc khánh,,,confirmed\n", Normalizer.Form.NFD);

    assertThat(day(read(GOOD + decomposed), "2026-09-01").name())
        .contains(DisplayName.of("Quốc khánh"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "off,2026-13-01,,,Lễ,,,confirmed;                      2026-13-01",
        "off,2026-02-30,,,Lễ,,,confirmed;                      2026-02-30",
        "off,2026-03-05,2026-03-04,,Lễ,,,confirmed;            trước khi bắt đầu",
        "off,2026-03-05,,,,,,confirmed;                        Thiếu tên",
        "off,2026-03-05,,,Lễ,,,perhaps;                        perhaps",
        "off,2026-09-02,,,Lễ,,,confirmed;                      Hai dòng cho cùng ngày 2026-09-02",
        "work,2026-09-02,,08:00-12:00,làm bù,,,confirmed;      Hai dòng cho cùng ngày 2026-09-02",
        "work,2026-03-07,,,làm bù,,,confirmed;                 08:00-12:00",
        "work,2026-03-07,,as 2026-03-08,làm bù,,,confirmed;    cần giờ làm việc",
        "hours,2026-03-01,,MON-FRI 08:00-12:00 11:00-17:00,,,,; trùng giờ",
        "hours,2026-03-01,,MON-FRI 12:00-08:00,,,,;            Giờ đóng không sau giờ mở",
        "hours,2026-03-01,,MON-FRI 8h-12h,,,,;                 8h",
        "hours,2026-03-01,,MON-FUN 08:00-12:00,,,,;            MON-FUN",
        "hours,2026-03-01,,MON-FRI,,,,;                        Thiếu giờ",
        "channel,,,pigeon at-arrival,,,,;                      pigeon",
        "channel,,,online sometimes,,,,;                       sometimes",
        "revision,,,8,,,,;                                     hai lần",
        "holiday,2026-03-05,,,Lễ,,,confirmed;                  holiday",
        "off,2026-03-05,,Lễ;                                   8 cột",
        "off,2026-03-05,,,\"Lễ,,,confirmed;                    Không đọc được",
      })
  void aBadLineIsNamed(String line, String reason) {
    assertThatThrownBy(() -> read(GOOD + line + "\n"))
        .asInstanceOf(type(WorktimeException.InvalidCalendar.class))
        .satisfies(error -> assertThat(error.line()).isEqualTo(10))
        .satisfies(error -> assertThat(error).hasMessageContainingAll("test.csv, dòng 10", reason));
  }

  @ParameterizedTest
  @CsvSource({
    "revision, Thiếu mục revision",
    "zone,     Thiếu mục zone",
    "covers,   covers",
    "hours,    Chưa có giờ làm việc",
    "entry,    Dòng tiêu đề",
  })
  void aMissingLineIsNamed(String entry, String reason) {
    String without = GOOD.replaceAll("(?m)^" + entry + ",.*\n", "");

    assertThatThrownBy(() -> read(without))
        .isInstanceOf(WorktimeException.InvalidCalendar.class)
        .hasMessageContaining(reason);
  }

  @Test
  void aDayOutsideTheCoveredOnesAndAnUnknownZoneAreRefused() {
    assertThatThrownBy(() -> read(GOOD + "off,2027-03-05,,,Lễ,,,confirmed\n"))
        .isInstanceOf(WorktimeException.InvalidCalendar.class)
        .hasMessageContaining("nằm ngoài khoảng");
    assertThatThrownBy(() -> read(GOOD.replace("Asia/Ho_Chi_Minh", "Asia/Nowhere")))
        .isInstanceOf(WorktimeException.InvalidCalendar.class)
        .hasMessageContaining("Múi giờ");
  }

  private static CalendarDay day(WorkingCalendar calendar, String date) {
    return calendar.day(LocalDate.parse(date));
  }

  private static WorkingCalendar read(String text) {
    return CalendarReader.read("test", "test.csv", new StringReader(text));
  }
}
