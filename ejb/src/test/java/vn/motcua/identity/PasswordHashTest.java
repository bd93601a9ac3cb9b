package vn.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PasswordHashTest {

  private final PasswordHash hashes = new PasswordHash(1_000, new SecureRandom());

  @Property(tries = 100)
  void matchesItselfOnly(
      @ForAll @StringLength(min = 1, max = 60) @CharRange(from = ' ', to = 'ỹ') String password) {
    String stored = hashes.of(password.toCharArray());
    assertThat(hashes.matches(password.toCharArray(), stored)).isTrue();
    assertThat(hashes.matches((password + "x").toCharArray(), stored)).isFalse();
    assertThat(hashes.matches(new char[0], stored)).isFalse();
  }

  @Test
  void theWayAKeyboardComposesALetterDoesNotMatter() {
    String composed = "tiếng Việt";
    String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
    assertThat(decomposed).isNotEqualTo(composed);
    assertThat(hashes.matches(decomposed.toCharArray(), hashes.of(composed.toCharArray())))
        .isTrue();
  }

  @Test
  void equalPasswordsHaveDifferentHashes() {
    assertThat(hashes.of("a".toCharArray())).isNotEqualTo(hashes.of("a".toCharArray()));
  }

  /** Known answer: PBKDF2-HMAC-SHA512, "password", "saltsaltsaltsalt", 1,000 rounds, 32 bytes. */
  @Test
  void isTheStandardFunction() {
    String salt = Base64.getEncoder().encodeToString("saltsaltsaltsalt".getBytes());
    String hash = "715rqIr5dXOVPpBhqqsugl037zT5bWJTWYmZtIcK8hA=";
    assertThat(
            hashes.matches(
                "password".toCharArray(), "PBKDF2WithHmacSHA512:1000:" + salt + ":" + hash))
        .isTrue();
  }

  @Test
  void otherTextIsNoHash() {
    assertThatThrownBy(() -> hashes.matches("a".toCharArray(), "a"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PasswordHash(10, new SecureRandom()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theApplicationUsesTheAdvisedRounds() {
    assertThat(new PasswordHash().of("a".toCharArray())).startsWith("PBKDF2WithHmacSHA512:210000:");
  }
}
