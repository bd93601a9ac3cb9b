package vn.motcua.figures.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.figures.board.Target.Comparison;

class TargetTest {

  @Test
  void isReachedExactlyAndNotByRounding() {
    Target most = new Target(Comparison.AT_LEAST, 850, "");
    assertThat(most.reachedBy(new Ratio(17, 20))).isTrue();
    assertThat(most.reachedBy(new Ratio(849_999, 1_000_000))).isFalse();
    Target none = new Target(Comparison.EXACTLY, 0, "");
    assertThat(none.reachedBy(new Ratio(0, 7))).isTrue();
    assertThat(none.reachedBy(new Ratio(1, 1_000_000))).isFalse();
    Target any = new Target(Comparison.ABOVE, 0, "");
    assertThat(any.reachedBy(new Ratio(0, 5))).isFalse();
    assertThat(any.reachedBy(new Ratio(1, 5))).isTrue();
    assertThat(any.reachedBy(new Ratio(-1, 5))).isFalse();
  }

  @Test
  void changesAreHundredthsOfAPercentagePointRoundedHalfUp() {
    assertThat(new Ratio(1, 8).basisPoints()).isEqualTo(1250);
    assertThat(new Ratio(1, 3).basisPoints()).isEqualTo(3333);
    assertThat(new Ratio(2, 3).basisPoints()).isEqualTo(6667);
    assertThat(new Ratio(-1, 3).basisPoints()).isEqualTo(-3333);
    assertThat(new Ratio(1, 2).changeFrom(Ratio.NONE)).isNull();
  }
}
