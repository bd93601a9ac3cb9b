package vn.motcua.web.rates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.rates.RateKind;

/** Nobody has to type or read a code: each word that the service takes has one for people. */
class RateWordsTest {

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void everyEntryAndEveryChoiceHasItsWords(String language) {
    ResourceBundle words =
        ResourceBundle.getBundle("vn.motcua.web.screens", Locale.forLanguageTag(language));
    for (RateKind kind : RateKind.values()) {
      assertThat(words.containsKey("rates.kind." + kind)).as(kind.name()).isTrue();
      for (String entry : kind.entries()) {
        assertThat(words.containsKey("rates.entry." + entry)).as(entry).isTrue();
        assertThat(kind.choices(entry))
            .allSatisfy(
                choice ->
                    assertThat(
                            words.containsKey(
                                "rates.choice." + (choice.isEmpty() ? "any" : choice)))
                        .as(entry + " " + choice)
                        .isTrue());
      }
    }
  }
}
