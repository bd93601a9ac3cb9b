package vn.motcua.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VietnameseAmountTest {

  @ParameterizedTest
  @CsvSource({
    "0, Không đồng",
    "5, Năm đồng",
    "10, Mười đồng",
    "15, Mười lăm đồng",
    "21, Hai mươi mốt đồng",
    "24, Hai mươi tư đồng",
    "55, Năm mươi lăm đồng",
    "101, Một trăm linh một đồng",
    "110, Một trăm mười đồng",
    "1000, Một nghìn đồng",
    "1005, Một nghìn không trăm linh năm đồng",
    "8000, Tám nghìn đồng",
    "15011, Mười lăm nghìn không trăm mười một đồng",
    "105000, Một trăm linh năm nghìn đồng",
    "150000, Một trăm năm mươi nghìn đồng",
    "1000000, Một triệu đồng",
    "2021000, Hai triệu không trăm hai mươi mốt nghìn đồng",
    "1000000005, Một tỷ không trăm linh năm đồng",
    "999999999, Chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi"
        + " chín đồng",
    "1000000000000, Một nghìn tỷ đồng",
    "1200000000000, Một nghìn hai trăm tỷ đồng",
    "1002000000000, Một nghìn không trăm linh hai tỷ đồng"
  })
  void readsAsPeopleSayIt(long dong, String words) {
    assertThat(VietnameseAmount.inWords(dong)).isEqualTo(words);
  }

  /** Two amounts never have the same words, and none has an empty one among them. */
  @Property
  void differentAmountsHaveDifferentWords(
      @ForAll @LongRange(max = VietnameseAmount.LARGEST) long one,
      @ForAll @LongRange(max = VietnameseAmount.LARGEST) long other) {
    String words = VietnameseAmount.inWords(one);
    assertThat(words).doesNotContain("  ").endsWith(" đồng");
    if (one != other) {
      assertThat(words).isNotEqualTo(VietnameseAmount.inWords(other));
    }
  }

  @Test
  void whatIsNoAmountIsRefused() {
    assertThatThrownBy(() -> VietnameseAmount.inWords(-1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> VietnameseAmount.inWords(VietnameseAmount.LARGEST + 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
