package vn.motcua.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hộ\ttịch",
        "Hộ\ntịch",
        "Hộ\u0000tịch",
        "Hộ\u007ftịch",
        "Hộ\u0085tịch",
        "Hộ\u2028tịch",
        "Hộ\u202etịch",
        "Hộ\u200btịch",
        "Hộ\ufefftịch",
        "Hộ\ud800tịch",
        "Hộ\ue000tịch"
      })
  void controlAndFormatCharactersAreRefused(String text) {
    assertThatThrownBy(() -> PrintableText.required("Lĩnh vực", text))
        .isInstanceOf(UnprintableTextException.class)
        .hasMessageContaining("“Lĩnh vực”")
        .hasMessageContaining("vị trí 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"户籍", "😀"})
  void charactersWithoutAGlyphAreRefused(String text) {
    assertThatThrownBy(() -> PrintableText.required("Lĩnh vực", text))
        .isInstanceOf(UnprintableTextException.class)
        .hasMessageContaining("U+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u2003"})
  void blankEntriesAreRefused(String text) {
    assertThatThrownBy(() -> PrintableText.required("Nơi nhận", text))
        .hasMessage("Mục “Nơi nhận” của biểu còn trống; hãy điền rồi in lại.");
    assertThat(PrintableText.optional("Nơi nhận", text)).isEmpty();
  }

  @Test
  void everyVietnameseLetterHasAGlyph() {
    String vowels = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY";
    String marks = "\u0300\u0301\u0303\u0309\u0323";
    for (char vowel : vowels.toCharArray()) {
      for (char mark : marks.toCharArray()) {
        String printed = PrintableText.required("Chữ", "" + vowel + mark);
        assertThat(printed).hasSize(1);
      }
    }
    assertThat(PrintableText.required("Chữ", "đĐ“”–…§")).isEqualTo("đĐ“”–…§");
  }

  @Property
  void whatIsAcceptedIsComposed(
      @ForAll
          @CharRange(from = 'a', to = 'z')
          @CharRange(from = '\u0300', to = '\u0303')
          @StringLength(min = 1, max = 20)
          String text) {
    String printed;
    try {
      printed = PrintableText.optional("Chữ", text);
    } catch (UnprintableTextException e) {
      return;
    }
    assertThat(Normalizer.isNormalized(printed, Normalizer.Form.NFC)).isTrue();
  }
}
