package vn.motcua.analytics.job.facts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The day a moment belongs to. Days are half-open, from 00:00 to 00:00 in the dataset's zone: what
 * happens at exactly 00:00 belongs to the new day.
 */
public final class Days {

  private static final long MILLIS = 86_400_000;
  private static final Map<String, ZoneId> ZONES = new ConcurrentHashMap<>();

  /**
   * The stretch between two clock changes that was asked for last. Nearly every question of a log
   * falls into the same; asking the zone's rules each time took a tenth of the counting.
   *
   * @param from first and last millisecond of the stretch
   */
  private record Stretch(ZoneId zone, long from, long to, long offsetMillis) {}

  private static volatile Stretch last = new Stretch(null, 0, 0, 0);

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
    Stretch stretch = last;
    if (stretch.zone != zone || moment < stretch.from || moment > stretch.to) {
      stretch = stretch(moment, zone);
      last = stretch;
    }
    return Math.floorDiv(moment + stretch.offsetMillis, MILLIS);
  }

  private static Stretch stretch(long moment, ZoneId zone) {
    Instant instant = Instant.ofEpochMilli(moment);
    ZoneRules rules = zone.getRules();
    // Rounded inwards: a change of old times may fall within a millisecond.
    ZoneOffsetTransition before = rules.previousTransition(instant.plusMillis(1));
    ZoneOffsetTransition after = rules.nextTransition(instant);
    long from = before == null ? Long.MIN_VALUE / 2 : before.getInstant().toEpochMilli() + 1;
    long to = after == null ? Long.MAX_VALUE / 2 : after.getInstant().toEpochMilli() - 1;
    long offset = rules.getOffset(instant).getTotalSeconds() * 1000L;
    boolean inside = from <= moment && moment <= to;
    return new Stretch(zone, inside ? from : moment, inside ? to : moment, offset);
  }
}
