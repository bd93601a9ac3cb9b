package vn.motcua.web.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.figures.RollUp;
import vn.motcua.figures.indicator.IndicatorRegister;

/** Whatever cell stream and referee may differ in, the screen has words for it. */
class FlowWordsTest {

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void everySeriesOfTheRegisterHasItsName(String language) {
    ResourceBundle words =
        ResourceBundle.getBundle("vn.motcua.web.screens", Locale.forLanguageTag(language));
    Set<String> series = new TreeSet<>();
    IndicatorRegister.all().stream()
        .filter(one -> one.rollUp() == RollUp.INDICATORS)
        .forEach(one -> series.addAll(one.flows()));
    assertThat(series).hasSizeGreaterThan(10);
    assertThat(series)
        .allSatisfy(one -> assertThat(words.containsKey("flow." + one)).as(one).isTrue());
  }
}
