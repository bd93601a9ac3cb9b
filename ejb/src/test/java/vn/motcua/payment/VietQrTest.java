package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class VietQrTest {

  private static final BankAccount CENTRE = new BankAccount("970415", "113366668888", "");

  /** The value that every description of CRC-16/CCITT-FALSE gives. */
  @Test
  void check_sum_is_the_standard_one() {
    assertThat(VietQr.checkSum("123456789")).isEqualTo(0x29B1);
  }

  @Test
  void a_known_transfer_reads_as_it_should() {
    String text = VietQr.payload(CENTRE, 8_000, "MC7");
    assertThat(text)
        .startsWith(
            "00020101021238560010A0000007270126000697041501121133666688880208QRIBFTTA"
                + "530370454048000"
                + "5802VN"
                + "62070803MC7"
                + "6304")
        .hasSize(text.lastIndexOf("6304") + 8);
  }

  @Property(tries = 500)
  void what_is_written_can_be_read(
      @ForAll @LongRange(min = 1, max = 999_999_999_999L) long amount) {
    String text = VietQr.payload(CENTRE, amount, PaymentReference.of(amount));
    Map<String, String> tags = read(text);
    assertThat(tags).containsEntry("54", Long.toString(amount)).containsEntry("53", "704");
    assertThat(read(tags.get("62"))).containsEntry("08", PaymentReference.of(amount));
    String before = text.substring(0, text.length() - 4);
    assertThat(text).endsWith("%04X".formatted(VietQr.checkSum(before)));
  }

  @Test
  void what_banks_refuse_is_refused_here() {
    assertThatThrownBy(() -> VietQr.payload(CENTRE, 0, "MC7"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> VietQr.payload(CENTRE, 1, "H26.01-260930-0012"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BankAccount("9704", "1", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Map<String, String> read(String text) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (int at = 0; at < text.length(); ) {
      int length = Integer.parseInt(text.substring(at + 2, at + 4));
      tags.put(text.substring(at, at + 2), text.substring(at + 4, at + 4 + length));
      at += 4 + length;
    }
    return tags;
  }
}
