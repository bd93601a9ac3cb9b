package vn.motcua.web.leadership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.figures.board.Ratio;
import vn.motcua.figures.board.Tile;

class SparklineTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);

  @Test
  void aDayWithoutAFigureIsNoNought() {
    Sparkline line =
        Sparkline.of(
            List.of(day(0, new Ratio(1, 10)), day(1, Ratio.NONE), day(10, new Ratio(9, 10))),
            FIRST,
            FIRST.plusDays(11));
    assertThat(line.path()).isEqualTo("M0 92 L1000 8");
    assertThat(line.lowest()).isEqualTo(new Ratio(1, 10));
    assertThat(line.highest()).isEqualTo(new Ratio(9, 10));
  }

  @Test
  void oneDayIsNoLine() {
    assertThat(Sparkline.of(List.of(day(0, new Ratio(1, 2))), FIRST, FIRST.plusDays(30)).drawn())
        .isFalse();
  }

  private static Tile.Day day(int after, Ratio value) {
    return new Tile.Day(FIRST.plusDays(after), value);
  }
}
