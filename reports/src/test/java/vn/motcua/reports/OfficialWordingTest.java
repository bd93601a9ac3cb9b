package vn.motcua.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small texts whose spelling the decree or the office prescribes. */
class OfficialWordingTest {

  @ParameterizedTest
  @CsvSource({
    "2026-02-05, ngày 05 tháng 02 năm 2026",
    "2026-01-31, ngày 31 tháng 01 năm 2026",
    "2026-03-09, ngày 09 tháng 3 năm 2026",
    "2026-11-21, ngày 21 tháng 11 năm 2026"
  })
  void datesInWords(LocalDate date, String words) {
    assertThat(VietnameseDates.inWords(date)).isEqualTo(words);
  }

  @Test
  void whatTheRegistryFillsInLaterIsAGap() {
    Letterhead head =
        new Letterhead(List.of(), List.of("Sở Tư pháp"), "", "BC-STP", "Hà Nội", Optional.empty());

    assertThat(head.numberLine()).matches("Số: \u00a0+/BC-STP");
    assertThat(head.placeAndDate()).matches("Hà Nội, ngày\u00a0+tháng\u00a0+năm\u00a0+");
  }

  @ParameterizedTest
  @CsvSource({"1,I", "4,IV", "9,IX", "14,XIV", "40,XL"})
  void headingsCarryRomanNumerals(int number, String numeral) {
    assertThat(RomanNumeral.of(number)).isEqualTo(numeral);
  }

  @Test
  void theHorizonIsToldInTheDatasetsZone() {
    FigureHorizon horizon =
        new FigureHorizon(Instant.parse("2026-11-20T17:05:00Z"), Reports.HANOI, "H7", "2");

    assertThat(horizon.sentence())
        .isEqualTo("Số liệu chốt lúc 00:05 ngày 21/11/2026, mã chốt H7, công thức phiên bản 2.");
  }

  @Test
  void capitalsKeepTheirMarks() {
    assertThat(OfficialCapitals.lines(List.of("Ủy ban nhân dân", "quận Ba Đình")))
        .isEqualTo("ỦY BAN NHÂN DÂN\nQUẬN BA ĐÌNH");
  }
}
