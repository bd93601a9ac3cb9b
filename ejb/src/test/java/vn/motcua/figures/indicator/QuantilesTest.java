package vn.motcua.figures.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class QuantilesTest {

  @Test
  void rangesBeginWhereTheRefereeHasThem() {
    assertThat(Quantiles.from(0)).isZero();
    assertThat(Quantiles.from(7)).isEqualTo(7);
    assertThat(Quantiles.from(15)).isEqualTo(15);
    assertThat(Quantiles.from(16)).isEqualTo(16);
    assertThat(Quantiles.from(17)).isEqualTo(18);
    assertThat(Quantiles.from(67)).isEqualTo(1408);
    assertThat(Quantiles.from(68)).isEqualTo(1536);
  }

  @Test
  void nothingCountedIsNoFigure() {
    assertThat(new Quantiles(new TreeMap<>()).at(50)).isNull();
  }

  /** Within an eighth of the value of the nearest rank, whatever the times were. */
  @Property(tries = 2000)
  void nearTheTimeOfTheNearestRank(
      @ForAll @Size(min = 1, max = 60) int[] times, @ForAll @IntRange(min = 1, max = 100) int at) {
    TreeMap<Integer, Long> counts = new TreeMap<>();
    int[] minutes = Arrays.stream(times).map(time -> Math.floorMod(time, 1_000_000)).toArray();
    for (int time : minutes) {
      counts.merge(range(time), 1L, Long::sum);
    }
    Arrays.sort(minutes);
    long exact = minutes[Math.max(0, Math.ceilDiv(minutes.length * at, 100) - 1)];
    assertThat(new Quantiles(counts).at(at))
        .isBetween(exact - exact / 8 - 1, exact + exact / 8 + 1);
  }

  /** The last range that begins at or before the time, found the slow way. */
  private static int range(int minutes) {
    int range = 0;
    while (Quantiles.from(range + 1) <= minutes) {
      range++;
    }
    return range;
  }
}
