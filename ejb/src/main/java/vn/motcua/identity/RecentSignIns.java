package vn.motcua.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Passwords that were right a moment ago. Basic authentication brings the password with every
 * request, and hashing it each time would cost more than most requests. Holds no password: only a
 * keyed digest, bound to the stored hash, so that a changed password is not found; the key dies
 * with the process. Locks and switched-off accounts are still looked up every time.
 */
@ApplicationScoped
public class RecentSignIns {

  private static final String ALGORITHM = "HmacSHA256";
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final int MOST = 10_000;
  private static final int TURNS = 64;

  private final SecretKeySpec key;
  private final ConcurrentMap<String, Instant> until = new ConcurrentHashMap<>();
  private final Object[] turns = Stream.generate(Object::new).limit(TURNS).toArray();

  public RecentSignIns() {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    key = new SecretKeySpec(secret, ALGORITHM);
  }

  void keep(char[] password, String storedHash, Instant now) {
    if (until.size() >= MOST) {
      until.values().removeIf(end -> !end.isAfter(now));
    }
    if (until.size() < MOST) {
      until.put(digest(password, storedHash), now.plus(KEPT));
    }
  }

  boolean knows(char[] password, String storedHash, Instant now) {
    Instant end = until.get(digest(password, storedHash));
    return end != null && end.isAfter(now);
  }

  /** To be held while a password of this account is computed; some accounts share one. */
  Object turnOf(int account) {
    return turns[Math.floorMod(account, TURNS)];
  }

  private String digest(char[] password, String storedHash) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(storedHash.getBytes(StandardCharsets.UTF_8));
      byte[] digest = mac.doFinal(new String(password).getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
