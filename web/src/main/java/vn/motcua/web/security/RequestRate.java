package vn.motcua.web.security;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many requests one address may send: so many per second on average, and a burst at once. Knows
 * a limited number of addresses; the one not seen for longest is forgotten first.
 */
public final class RequestRate {

  private static final int MOST_ADDRESSES = 10_000;

  private static final class Allowance {
    double left;
    Instant since;
  }

  private final double perSecond;
  private final double burst;
  private final Map<String, Allowance> allowances =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Allowance> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };

  public RequestRate(double perSecond, int burst) {
    this.perSecond = perSecond;
    this.burst = burst;
  }

  /** Whether one more request of this address is within the rate; counts it if so. */
  public synchronized boolean permits(String address, Instant now) {
    Allowance allowance = grown(address, now);
    if (allowance.left < 1) {
      return false;
    }
    allowance.left -= 1;
    return true;
  }

  /** Whether one more request of this address would be within the rate; counts nothing. */
  synchronized boolean wouldPermit(String address, Instant now) {
    return grown(address, now).left >= 1;
  }

  private Allowance grown(String address, Instant now) {
    Allowance allowance =
        allowances.computeIfAbsent(
            address,
            key -> {
              Allowance full = new Allowance();
              full.left = burst;
              full.since = now;
              return full;
            });
    double grown = Duration.between(allowance.since, now).toNanos() / 1e9 * perSecond;
    if (grown > 0) {
      allowance.left = Math.min(burst, allowance.left + grown);
      allowance.since = now;
    }
    return allowance;
  }
}
