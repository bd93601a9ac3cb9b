package vn.motcua.web.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import vn.motcua.figures.PeriodFigures;
import vn.motcua.web.layout.Notation;

class FigureRowTest {

  private static final Notation NOTATION = new Notation(Locale.of("vi"));

  @Test
  void theSidesOfTheIdentityAddUp() {
    PeriodFigures figures = figures(7);
    assertThat(figures.identityHolds()).isTrue();
    assertThat(Measure.total(Measure.Side.IN, figures))
        .isEqualTo(
            Measure.total(Measure.Side.OUT, figures) + Measure.total(Measure.Side.LEFT, figures));
  }

  @Test
  void oneAlteredCountIsSeenWithItsSign() {
    FigureRow row = new FigureRow("", null, figures(9), figures(7), NOTATION);
    assertThat(row.cell(Measure.LATE).differing()).isTrue();
    assertThat(row.cell(Measure.LATE).difference()).isEqualTo("+2");
    assertThat(row.cell(Measure.EARLY).differing()).isFalse();
    assertThat(row.identityHolding()).isFalse();
  }

  @Test
  void aStreamThatIsAwayIsNoNought() {
    FigureRow row = new FigureRow("", null, null, figures(7), NOTATION);
    assertThat(row.cell(Measure.LATE).streamText()).isEqualTo("–");
    assertThat(row.cell(Measure.LATE).shown()).isEqualTo("7");
    assertThat(row.cell(Measure.LATE).differing()).isFalse();
  }

  @Test
  void dossiersWithoutALimitAreOutsideTheShare() {
    FigureRow row = new FigureRow("", null, figures(7), figures(7), NOTATION);
    assertThat(row.inTime()).isEqualTo("74,1% (n = 27)");
    assertThat(row.earlyWidth() + row.onTimeWidth() + row.lateWidth()).isEqualTo(1000);
  }

  /** Twenty in time, so many late, three without a limit, four open. */
  private static PeriodFigures figures(long late) {
    return new PeriodFigures(
        "", null, 5, 10, 8, 6, 5, 0, 0, 15, 0, 5, 0, late, 0, 3, 0, 0, 0, 0, 0, 4, 2, 1, 1);
  }
}
