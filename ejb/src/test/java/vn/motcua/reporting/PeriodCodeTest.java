package vn.motcua.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.reports.ReportingPeriod;

/** The periods of NĐ 09/2019 Điều 12. */
class PeriodCodeTest {

  @ParameterizedTest
  @CsvSource({
    "2026-Q1,    Quý I năm 2026,         2025-12-15, 2026-03-14",
    "2026-Q2,    Quý II năm 2026,        2026-03-15, 2026-06-14",
    "2026-Q3,    Quý III năm 2026,       2026-06-15, 2026-09-14",
    "2026-Q4,    Quý IV năm 2026,        2026-09-15, 2026-12-14",
    "2026-H1,    06 tháng đầu năm 2026,  2025-12-15, 2026-06-14",
    "2026-H2,    06 tháng cuối năm 2026, 2026-06-15, 2026-12-14",
    "2026,       Năm 2026,               2025-12-15, 2026-12-14",
    "2026-01,    Tháng 1 năm 2026,       2025-12-15, 2026-01-14",
    "2026-03,    Tháng 3 năm 2026,       2026-02-15, 2026-03-14",
    "2026-03-01..2026-03-31, Theo thời gian yêu cầu, 2026-03-01, 2026-03-31"
  })
  void runsFromThe15thToThe14th(String code, String label, LocalDate from, LocalDate to) {
    assertThat(PeriodCode.parse(code)).isEqualTo(new ReportingPeriod(label, from, to));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-Q5",
        "2026-13",
        "26",
        "2026-03-31..2026-03-01",
        "2026-02-30..2026-03-01"
      })
  void refusesAnythingElse(String code) {
    assertThatThrownBy(() -> PeriodCode.parse(code)).isInstanceOf(ReportingFailure.class);
  }
}
