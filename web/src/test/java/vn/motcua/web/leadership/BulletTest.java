package vn.motcua.web.leadership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.motcua.figures.board.Goal;
import vn.motcua.figures.board.Ratio;
import vn.motcua.figures.board.Target;
import vn.motcua.figures.board.Tile;

class BulletTest {

  private static final Target HALF = new Target(Target.Comparison.AT_LEAST, 500, "");
  private static final Target NONE = new Target(Target.Comparison.EXACTLY, 0, "");

  @Test
  void aShareLiesOnTheWholeScale() {
    Bullet bullet = bullet(Goal.T3, new Ratio(3, 4), HALF);
    assertThat(bullet.barFrom()).isZero();
    assertThat(bullet.barWidth()).isEqualTo(750);
    assertThat(bullet.targetAt()).isEqualTo(500);
    assertThat(bullet.goodFrom()).isEqualTo(500);
    assertThat(bullet.formerKnown()).isFalse();
  }

  @Test
  void whatIsMoreThanTheBaselineGrowsToTheLeftOfNought() {
    Bullet bullet =
        bullet(Goal.G1, new Ratio(-1, 10), new Target(Target.Comparison.AT_LEAST, 200, ""));
    assertThat(bullet.zero()).isEqualTo(200);
    assertThat(bullet.barFrom()).isZero();
    assertThat(bullet.barWidth()).isEqualTo(200);
    assertThat(bullet.targetAt()).isEqualTo(600);
  }

  @Test
  void ofWhatShouldBeNoughtNothingIsGoodToTheRight() {
    Bullet bullet = bullet(Goal.K3, new Ratio(1, 200), NONE);
    assertThat(bullet.goodWidth()).isZero();
    assertThat(bullet.barWidth()).isEqualTo(500);
    assertThat(bullet.targetAt()).isEqualTo(2);
    assertThat(bullet(Goal.K3, new Ratio(1, 1), NONE).barWidth()).isEqualTo(1000);
  }

  private static Bullet bullet(Goal goal, Ratio value, Target target) {
    return Bullet.of(
        new Tile(
            goal, Tile.State.LIVE, value, Ratio.NONE, Ratio.NONE, target, List.of(), List.of()));
  }
}
