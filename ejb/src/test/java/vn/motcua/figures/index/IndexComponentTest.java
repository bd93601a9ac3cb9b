package vn.motcua.figures.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import vn.motcua.figures.indicator.IndicatorRegister;

/** The points of QĐ 766/QĐ-TTg. */
class IndexComponentTest {

  /** Those without points say their number where they say their source. */
  private static final Pattern SHOWN = Pattern.compile("766/QĐ-TTg, (\\d\\.\\d)");

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

  /** Of each number of the description; whoever adds one there has to declare it here. */
  @Test
  void everyNumberOfTheDescriptionIsDeclared() {
    Stream<String> scored =
        Arrays.stream(IndexComponent.values()).map(component -> component.number().substring(0, 3));
    Stream<String> shown =
        IndicatorRegister.all().stream()
            .map(indicator -> SHOWN.matcher(indicator.legalSource()))
            .filter(Matcher::find)
            .map(found -> found.group(1));
    assertThat(Stream.concat(scored, shown).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(
            "1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "3.1", "3.2", "3.3", "3.5", "3.6", "4.1",
            "4.2", "4.3", "4.4", "4.5", "5.1", "5.2", "5.3", "5.4");
  }

  @Test
  void eachComponentIsCounted() {
    assertThat(IndexTexts.first()).containsOnlyKeys(IndexComponent.values());
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
