package vn.motcua.analytics.job.facts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The day a moment belongs to. Days are half-open, from 00:00 to 00:00 in the dataset's zone: what
 * happens at exactly 00:00 belongs to the new day.
 */
public final class Days {

  private static final long SECONDS = 86_400;
  private static final Map<String, ZoneId> ZONES = new ConcurrentHashMap<>();

  private Days() {}

  /**
   * @throws DateTimeException when there is no such zone
   */
  public static ZoneId zone(String id) {
    ZoneId known = ZONES.get(id);
    if (known == null) {
      known = ZoneId.of(id);
      ZONES.put(id, known);
    }
    return known;
  }

  /**
   * @param moment UTC milliseconds
   * @return days since 1970-01-01
   */
  public static long of(long moment, ZoneId zone) {
    int offset = zone.getRules().getOffset(Instant.ofEpochMilli(moment)).getTotalSeconds();
    return Math.floorDiv(Math.floorDiv(moment, 1000) + offset, SECONDS);
  }
}
