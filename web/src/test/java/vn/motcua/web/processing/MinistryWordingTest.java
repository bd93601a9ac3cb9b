package vn.motcua.web.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.ministry.StatusVerdict;
import vn.motcua.processing.StatusMeaning;

/**
 * Whatever a status of a ministry's software may mean and become, the screens have words for it.
 */
class MinistryWordingTest {

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void everyMeaningAndVerdictHasItsWords(String language) {
    ResourceBundle words =
        ResourceBundle.getBundle("vn.motcua.web.screens", Locale.forLanguageTag(language));
    assertThat(
            Stream.of(StatusMeaning.values()).map(meaning -> "ministry.meaning." + meaning.name()))
        .allMatch(words::containsKey);
    assertThat(
            Stream.of(StatusVerdict.values()).map(verdict -> "ministry.verdict." + verdict.name()))
        .allMatch(words::containsKey);
    assertThat(Stream.of("LINKED", "APPLIED", "WAITING", "TOO_LATE"))
        .allMatch(done -> words.containsKey("ministry.done." + done));
  }
}
