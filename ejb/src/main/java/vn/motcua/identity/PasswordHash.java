package vn.motcua.identity;

import java.nio.CharBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * PBKDF2 in the notation of Jakarta Security's {@code Pbkdf2PasswordHash}, {@code
 * algorithm:iterations:salt:hash}, so that a container's own identity store can read the table. The
 * JDK computes it: the container's class is not at hand outside a container.
 */
public final class PasswordHash {

  private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LEAST_ITERATIONS = 1_000;

  private final int iterations;
  private final SecureRandom random;

  /**
   * 210,000 iterations, as OWASP's Password Storage Cheat Sheet advises for HMAC-SHA-512; it asks
   * 600,000 of HMAC-SHA-256.
   */
  public PasswordHash() {
    this(210_000, new SecureRandom());
  }

  PasswordHash(int iterations, SecureRandom random) {
    if (iterations < LEAST_ITERATIONS) {
      throw new IllegalArgumentException("iterations " + iterations);
    }
    this.iterations = iterations;
    this.random = random;
  }

  /** A new hash with a salt of its own. */
  public String of(char[] password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    byte[] hash = derive(password, salt, iterations);
    Base64.Encoder base64 = Base64.getEncoder();
    return String.join(
        ":",
        ALGORITHM,
        Integer.toString(iterations),
        base64.encodeToString(salt),
        base64.encodeToString(hash));
  }

  /**
   * Takes the same time whether or not, and wherever, the hashes differ.
   *
   * @throws IllegalArgumentException where the stored text is no such hash
   */
  public boolean matches(char[] password, String stored) {
    String[] parts = stored.split(":");
    if (parts.length != 4 || !parts[0].equals(ALGORITHM)) {
      throw new IllegalArgumentException("not a " + ALGORITHM + " hash");
    }
    Base64.Decoder base64 = Base64.getDecoder();
    byte[] expected = base64.decode(parts[3]);
    byte[] actual = derive(password, base64.decode(parts[2]), Integer.parseInt(parts[1]));
    return MessageDigest.isEqual(expected, actual);
  }

  /** Whether a stored hash was made with less work than new ones are. */
  boolean weaker(String stored) {
    return Integer.parseInt(stored.split(":")[1]) < iterations;
  }

  private static byte[] derive(char[] password, byte[] salt, int iterations) {
    // One keyboard writes ế as one sign, another as three.
    char[] composed =
        Normalizer.normalize(CharBuffer.wrap(password), Normalizer.Form.NFC).toCharArray();
    PBEKeySpec key = new PBEKeySpec(composed, salt, iterations, HASH_BYTES * Byte.SIZE);
    try {
      return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(key).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } finally {
      key.clearPassword();
      Arrays.fill(composed, '\0');
    }
  }
}
