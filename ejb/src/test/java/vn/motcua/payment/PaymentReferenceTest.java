package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PaymentReferenceTest {

  @Property(tries = 2000)
  void is_found_again_in_a_statement(@ForAll @LongRange(min = 1, max = 1L << 50) long request) {
    String reference = PaymentReference.of(request);
    assertThat(reference).hasSizeLessThanOrEqualTo(VietQr.LONGEST_PURPOSE);
    assertThat(PaymentReference.find("CT DEN:0123 " + reference.toLowerCase() + " nop phi"))
        .isEqualTo(request);
  }

  @Property(tries = 2000)
  void a_mistyped_letter_is_not_somebody_elses_request(
      @ForAll @LongRange(min = 1, max = 1L << 40) long request,
      @ForAll @LongRange(max = 30) long place,
      @ForAll @LongRange(min = 1, max = 30) long shift) {
    String letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    StringBuilder text = new StringBuilder(PaymentReference.of(request));
    int at = 2 + (int) (place % (text.length() - 3));
    int was = letters.indexOf(text.charAt(at));
    int other = (int) ((was + shift) % 31);
    if (other == was || was == 31) {
      return;
    }
    text.setCharAt(at, letters.charAt(other));
    assertThat(PaymentReference.find(text.toString())).isNotEqualTo(request);
  }

  @Test
  void other_transfers_name_no_request() {
    assertThat(PaymentReference.find("MUA CAM SANH MC")).isEqualTo(-1);
    assertThat(PaymentReference.find("")).isEqualTo(-1);
  }
}
