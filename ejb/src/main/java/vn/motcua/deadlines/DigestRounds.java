package vn.motcua.deadlines;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * When everything is looked at: at once where something was raised that the last look cannot have
 * seen, else each quarter of a minute, for what came late, for those whom an alert comes up to, and
 * for the digests' own times.
 */
final class DigestRounds {

  static final Duration LONGEST = Duration.ofSeconds(15);

  private Instant madeAt = Instant.MIN;
  private Set<String> seen = Set.of();

  /**
   * @param raised lately, as of now
   */
  boolean isDue(Instant now, Set<String> raised) {
    return !seen.containsAll(raised)
        || madeAt.equals(Instant.MIN)
        || !madeAt.plus(LONGEST).isAfter(now);
  }

  /**
   * Everything was looked at.
   *
   * @param raised what was known before the look began
   */
  void made(Instant now, Set<String> raised) {
    madeAt = now;
    seen = Set.copyOf(raised);
  }
}
