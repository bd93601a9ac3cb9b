package vn.motcua.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtectedTextTest {

  private static final List<String> KNOWN =
      List.of("Đỗ Thị Thu Hà", "0912345678", "ha@example.vn", "12 phố Quảng An, Tây Hồ");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Gọi số 0912.345.678 nhé",
        "Gọi +84 912 345 678",
        "CCCD 001190123456",
        "CCCD 001 190 123 456",
        "hộ chiếu C1234567",
        "xe 29A1-123.45",
        "thư a.b+c@example.com.vn",
        "nhà ở số nhà 12B",
        "ở ngõ 12/3/4",
        "số 15 phố Hàng Bạc",
        "gặp ông Trần Văn Bình ở quầy",
        "tôi là Lê Thị Mai",
        "do thi thu ha nói vậy",
        "ĐỖ THỊ THU HÀ nói vậy",
        "tại 12 phố Quảng An, Tây Hồ"
      })
  void whatTellsWhoSomebodyIsGoes(String text) {
    String safe = ProtectedText.of(text, KNOWN);
    assertThat(safe).contains(ProtectedText.GAP);
    assertThat(safe.toLowerCase(Locale.ROOT))
        .doesNotContain("912", "190", "1234567", "example", "bình", "mai", "hàng bạc", "quảng an")
        .doesNotContain("thu ha", "thu hà", "12b", "12/3");
    assertThat(ProtectedText.isSafe(safe, KNOWN)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Quận Hai Bà Trưng giải quyết chậm 3 ngày.",
        "Theo Nghị định 118/2025/NĐ-CP, quầy 3 phải trả ngày 20/11.",
        "Lệ phí 150.000 đồng là cao.",
        "Ông ấy nói to."
      })
  void whatTellsNobodyStays(String text) {
    assertThat(ProtectedText.of(text, KNOWN)).isEqualTo(text);
  }

  /** Wherever a known name or a telephone stands, and however it is written, it goes. */
  @Property(tries = 500)
  void nothingKnownIsLeft(
      @ForAll("words") String before,
      @ForAll("words") String after,
      @ForAll("written") String who) {
    String safe = ProtectedText.of(before + " " + who + " " + after, KNOWN);
    assertThat(safe).doesNotContainIgnoringCase("thu hà").doesNotContainIgnoringCase("thu ha");
    assertThat(safe.replaceAll("\\D", "")).doesNotContain("912345678");
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.of(
            "hồ", "sơ", "chậm,", "quầy", "3", "cán bộ.", "rất", "(lâu)", "Tây Hồ", "2026")
        .list()
        .ofMaxSize(6)
        .map(words -> String.join(" ", words));
  }

  @Provide
  Arbitrary<String> written() {
    return Arbitraries.of(
        "Đỗ Thị Thu Hà",
        "đỗ thị thu hà",
        "DO THI THU HA",
        "Đỗ  Thị\nThu Hà",
        "0912345678",
        "0912 345 678",
        "(0912) 345-678",
        "+84912345678");
  }

  @Test
  void decomposedLettersAreNoWayAround() {
    String decomposed =
        java.text.Normalizer.normalize("Đỗ Thị Thu Hà", java.text.Normalizer.Form.NFD);
    assertThat(ProtectedText.of("Bạn " + decomposed + " nói", KNOWN))
        .isEqualTo("Bạn " + ProtectedText.GAP + " nói");
  }
}
