package vn.motcua.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.worktime.Calendars.HANOI;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;

/** The city's calendar file against a second list of the announced holidays. */
class HanoiCalendarFileTest {
  @Test
  void saysOfEveryWeekdayAndEverySwapWhatTheHolidayListSays() throws IOException {
    Map<LocalDate, String> listed = new TreeMap<>();
    Path list = SharedData.file("data/holidays_vn.csv");
    try (Reader text = Files.newBufferedReader(list, StandardCharsets.UTF_8)) {
      CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
      format
          .parse(text)
          .forEach(row -> listed.put(LocalDate.parse(row.get("date")), row.get("type")));
    }
    assertThat(listed).hasSizeGreaterThan(40);

    Map<LocalDate, String> ours = new TreeMap<>();
    HANOI
        .firstDay()
        .datesUntil(HANOI.lastDay().plusDays(1))
        .map(HANOI::day)
        .filter(HanoiCalendarFileTest::differsFromItsWeekday)
        .forEach(day -> ours.put(day.date(), day.isWorking() ? "work" : "off"));

    // Not in the list: Tết 2027, which is expected only, and the culture day of 2027, which the
    // law of 2026 gives for every year.
    Map<LocalDate, String> expected = new TreeMap<>(listed);
    for (int day : new int[] {5, 8, 9, 10, 11}) {
      expected.put(LocalDate.of(2027, 2, day), "off");
    }
    expected.put(LocalDate.of(2027, 11, 24), "off");
    assertThat(ours).isEqualTo(expected);
  }

  @Test
  void everyDayOf2027IsProvisionalAndNothingIsKnownOf2028() {
    assertThat(HANOI.provisionalBetween(LocalDate.of(2027, 12, 31), LocalDate.of(2027, 12, 31)))
        .hasSize(1);
    assertThat(HANOI.provisionalBetween(LocalDate.of(2026, 9, 3), LocalDate.of(2026, 12, 31)))
        .isEmpty();
    assertThat(HANOI.covers(LocalDate.of(2028, 1, 1))).isFalse();
    assertThat(HANOI.covers(LocalDate.of(2023, 12, 31))).isFalse();
  }

  private static boolean differsFromItsWeekday(CalendarDay day) {
    boolean weekend = day.date().getDayOfWeek().getValue() > 5;
    return day.isWorking() == weekend;
  }
}
