package vn.motcua.eventlog.staging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done to texts at the door. */
class TextTest {

  @Test
  void spacesAroundGoAndDecomposedLettersAreComposed() {
    assertThat(CleanText.of("\u00A0 Ho\u0300a B\u0131nh\t").value()).isEqualTo("Hòa B\u0131nh");
    assertThat(CleanText.of("two\r\nlines").value()).isEqualTo("two  lines");
    assertThat(CleanText.of(null).value()).isEmpty();
  }

  @Test
  void controlCharactersGoAndAreTold() {
    assertThat(CleanText.of("a\u0000b\u0007")).isEqualTo(new CleanText("ab", true));
    assertThat(CleanText.of("a\uD800b")).isEqualTo(new CleanText("ab", true));
  }

  @Property(tries = 500)
  void cleaningTwiceChangesNothingMore(@ForAll String raw) {
    String once = CleanText.of(raw).value();
    assertThat(CleanText.of(once)).isEqualTo(new CleanText(once, false));
    assertThat(Normalizer.isNormalized(once, Normalizer.Form.NFC)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Thẩm định hồ sơ", "Á", "Đã trả kết quả", "café", "naïve – “quoted”"})
  void whatWasEncodedTwiceIsSuspectedAndTheOriginalIsNot(String original) {
    byte[] utf8 = original.getBytes(StandardCharsets.UTF_8);
    assertThat(DoubleEncoding.suspected(new String(utf8, StandardCharsets.ISO_8859_1))).isTrue();
    assertThat(DoubleEncoding.suspected(original)).isFalse();
  }

  @Test
  void windowsQuotesInDoubleEncodedTextAreSeenThrough() {
    String twice =
        new String("đường".getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"));
    assertThat(twice).isEqualTo("Ä‘Æ°á»\u009Dng".replace("\u009D", "\uFFFD"));
    assertThat(DoubleEncoding.suspected("Ä‘Æ°á»\u009Dng")).isTrue();
  }
}
