package vn.motcua.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguageTest {

  @Test
  void readsTheChoiceWhereverItStands() {
    assertThat(Language.chosenIn("language=en")).isEqualTo("en");
    assertThat(Language.chosenIn("dataset=hanoi&language=vi&cut=unit")).isEqualTo("vi");
  }

  @Test
  void ignoresWhatIsNoLanguageOfTheScreens() {
    assertThat(Language.chosenIn("language=fr")).isNull();
    assertThat(Language.chosenIn("sublanguage=en")).isNull();
  }

  @Test
  void keepsTheRestOfTheAddress() {
    assertThat(Language.without("dataset=hanoi&language=vi&cut=unit"))
        .isEqualTo("dataset=hanoi&cut=unit");
    assertThat(Language.without("language=vi")).isEmpty();
    assertThat(Language.without(null)).isEmpty();
  }
}
