package vn.motcua.reception;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** Makes the keys of public tracking: 128 bits that nobody can guess, as 22 letters for a URL. */
@ApplicationScoped
public class PublicTokens {

  private final RandomGenerator random;

  public PublicTokens() {
    this(new SecureRandom());
  }

  /** For tests that need the same tokens again. */
  PublicTokens(RandomGenerator random) {
    this.random = random;
  }

  public String next() {
    byte[] bits = new byte[16];
    random.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }
}
