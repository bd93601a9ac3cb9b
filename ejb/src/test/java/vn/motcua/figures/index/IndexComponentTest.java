package vn.motcua.figures.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** The points of QĐ 766/QĐ-TTg. */
class IndexComponentTest {

  @Test
  void theFiveGroupsAddUpToAHundred() {
    assertThat(
            Arrays.stream(IndexComponent.values())
                .collect(
                    Collectors.groupingBy(
                        IndexComponent::group, Collectors.summingInt(IndexComponent::points))))
        .containsExactly(
            java.util.Map.entry(1, 18),
            java.util.Map.entry(2, 20),
            java.util.Map.entry(3, 22),
            java.util.Map.entry(4, 22),
            java.util.Map.entry(5, 18));
  }

  @Test
  void fullMarksComeWhereTheFormulaSaysSo() {
    assertThat(IndexComponent.DIGITISED.earned(80, 100)).isEqualTo(400);
    assertThat(IndexComponent.DIGITISED.earned(40, 100)).isEqualTo(200);
    assertThat(IndexComponent.ONLINE_DOSSIERS.earned(50, 100)).isEqualTo(600);
    assertThat(IndexComponent.SERVICE_SATISFIED.earned(90, 100)).isEqualTo(600);
    assertThat(IndexComponent.ON_TIME.earned(2, 3)).isEqualTo(1333);
  }

  @Property
  void pointsNeverLeaveTheirBounds(
      @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long numerator,
      @ForAll @LongRange(min = 1, max = 1_000_000) long denominator) {
    for (IndexComponent component : IndexComponent.values()) {
      assertThat(component.earned(numerator, denominator)).isBetween(0, 100 * component.points());
    }
  }
}
