package vn.motcua.web.leadership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.figures.FigureFailure;
import vn.motcua.figures.board.BoardPeriod.Kind;

class BoardAddressTest {

  @Test
  void saysAgainWhatItRead() {
    String text =
        BoardAddress.of(
                Map.of(
                        "dataset",
                        "hanoi",
                        "period",
                        "quarter",
                        "on",
                        "2026-09-18",
                        "branch",
                        "cn-x")
                    ::get)
            .text();
    assertThat(text).isEqualTo("/board?dataset=hanoi&period=quarter&on=2026-09-18&branch=cn-x");
  }

  @Test
  void daysOfOnesOwnAreARange() {
    BoardAddress address =
        BoardAddress.of(Map.of("from", "2026-09-01", "through", "2026-09-05", "field", "7")::get);
    assertThat(address.period()).isEqualTo(Kind.RANGE);
    assertThat(address.ofField(null).dossiers("overdue", "x_1"))
        .isEqualTo(
            "/board-dossiers?period=range&from=2026-09-01&through=2026-09-05&measure=overdue"
                + "&after=x_1");
  }

  @Test
  void isThisMonthWhereNothingIsSaidAndRefusesWhatItCannotRead() {
    assertThat(BoardAddress.of(name -> null).period()).isEqualTo(Kind.MONTH);
    assertThatThrownBy(() -> BoardAddress.of(Map.of("on", "hôm nay")::get))
        .isInstanceOf(FigureFailure.BadQuery.class);
    assertThatThrownBy(() -> BoardAddress.of(Map.of("period", "age")::get))
        .isInstanceOf(FigureFailure.BadQuery.class);
    assertThatThrownBy(() -> BoardAddress.of(Map.of("field", "x")::get))
        .isInstanceOf(FigureFailure.UnknownDimension.class);
  }
}
