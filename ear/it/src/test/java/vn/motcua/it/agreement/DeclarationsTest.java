package vn.motcua.it.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.motcua.analytics.job.figures.BoardMeasure;
import vn.motcua.analytics.job.figures.IndicatorMeasure;
import vn.motcua.analytics.job.figures.Measure;
import vn.motcua.figures.RollUp;
import vn.motcua.figures.indicator.Indicator;
import vn.motcua.figures.indicator.IndicatorRegister;

/** The register and the stream name the same things, though neither knows the other. */
class DeclarationsTest {

  @Test
  void everySeriesOfTheStreamIsDeclaredAndNoOther() {
    assertThat(declared(RollUp.INDICATORS)).isEqualTo(names(IndicatorMeasure.values()));
  }

  @Test
  void columnsThatAreReadAreCounted() {
    assertThat(Arrays.stream(Measure.values()).map(Measure::column).collect(Collectors.toSet()))
        .containsAll(declared(RollUp.FIGURES));
    assertThat(
            Arrays.stream(BoardMeasure.values())
                .map(BoardMeasure::column)
                .collect(Collectors.toSet()))
        .containsAll(declared(RollUp.BOARD));
  }

  private static Set<String> declared(RollUp rollUp) {
    return IndicatorRegister.all().stream()
        .filter(indicator -> indicator.rollUp() == rollUp)
        .map(Indicator::flows)
        .flatMap(Set::stream)
        .collect(Collectors.toSet());
  }

  private static Set<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).collect(Collectors.toSet());
  }
}
