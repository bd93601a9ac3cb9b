package vn.motcua.web.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.motcua.figures.FigureQuery.Cut;

class FigureAddressTest {

  @Test
  void holdsAllThatTheScreenShows() {
    FigureAddress address =
        new FigureAddress(
            "import-1",
            null,
            LocalDate.of(2011, 1, 1),
            LocalDate.of(2011, 12, 31),
            Cut.UNIT,
            "Phòng A&B",
            12L);
    assertThat(address.text())
        .isEqualTo(
            "/figures?dataset=import-1&from=2011-01-01&through=2011-12-31&cut=unit"
                + "&unit=Ph%C3%B2ng+A%26B&horizon=12");
  }

  @Test
  void aNamedPeriodNeedsNoDays() {
    FigureAddress address =
        new FigureAddress(
            "hanoi", "2026-12", LocalDate.of(2026, 1, 1), LocalDate.MAX, Cut.NONE, null, null);
    assertThat(address.text()).isEqualTo("/figures?dataset=hanoi&period=2026-12");
  }

  @Test
  void theFirstVisitHasAPlainAddress() {
    FigureAddress address = new FigureAddress(null, null, null, null, Cut.NONE, null, null);
    assertThat(address.text()).isEqualTo("/figures");
  }
}
