package vn.motcua.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

  @Test
  void aPasswordMayHoldColonsAndMarks() {
    Credentials read = Credentials.of("bAsIc " + base64("lan:mật:khẩu")).orElseThrow();
    assertThat(read.login()).isEqualTo("lan");
    assertThat(read.password()).containsExactly("mật:khẩu".toCharArray());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "Basic", "Basic ", "Basic ***", "Basic bGFu", "Bearer bGFuOng="})
  void whatCannotBeReadIsNone(String header) {
    assertThat(Credentials.of(header)).isEmpty();
  }

  private static String base64(String plain) {
    return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }
}
