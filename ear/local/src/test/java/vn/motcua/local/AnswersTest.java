package vn.motcua.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What the platform understands of other programs' answers. */
class AnswersTest {
  @Test
  void demoAccountsAreOneLineEach() throws IOException {
    String json =
        """
        [{"username": "tiepnhan", "password": "một", "role": "Tiếp nhận"},
         {"username": "lanhdao", "password": "hai", "role": "Lãnh đạo"}]
        """;
    assertThat(DemoAccounts.lines(json))
        .containsExactly("tiepnhan  một  Tiếp nhận", "lanhdao  hai  Lãnh đạo");
  }

  @Test
  void payarasReasonIsItsFirstMessageLine() {
    String answer = "Signature-Version: 1.0\nexit-code: FAILURE\nmessage: No such archive.\n";
    assertThat(PayaraAdmin.reason(answer)).isEqualTo("No such archive.");
  }
}
