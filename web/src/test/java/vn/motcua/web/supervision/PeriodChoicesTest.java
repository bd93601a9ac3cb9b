package vn.motcua.web.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodChoicesTest {

  @Test
  void theFifteenthBelongsToTheNextMonth() {
    assertThat(PeriodChoices.monthOf(LocalDate.of(2026, 11, 14))).isEqualTo("2026-11");
    assertThat(PeriodChoices.monthOf(LocalDate.of(2026, 11, 15))).isEqualTo("2026-12");
    assertThat(PeriodChoices.monthOf(LocalDate.of(2026, 12, 31))).isEqualTo("2027-01");
  }

  @Test
  void aLongMonthsEndStillFindsEachMonth() {
    assertThat(PeriodChoices.around(LocalDate.of(2026, 3, 31)))
        .extracting(FigurePeriod::code)
        .containsExactly(
            "2026-04", "2026-03", "2026-02", "2026-01", "2026-Q2", "2026-Q1", "2026-H1", "2025-H2",
            "2026", "2025");
  }

  @Test
  void everyPeriodOfTheNewestHoldsTheDay() {
    LocalDate day = LocalDate.of(2026, 11, 21);
    assertThat(PeriodChoices.around(day).getFirst())
        .isEqualTo(
            new FigurePeriod("2026-12", LocalDate.of(2026, 11, 15), LocalDate.of(2026, 12, 14)));
  }
}
