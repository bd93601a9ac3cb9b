package vn.motcua.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.SplittableRandom;

/**
 * When people come to a counter in a day (đường cong lượt đến): full in the middle of the morning,
 * fewer after lunch, few before closing. A choice for trials, not a measurement.
 */
final class ArrivalCurve {

  private static final LocalTime FIRST = LocalTime.of(8, 0);
  private static final int SLOT_MINUTES = 30;

  /** Weights of half hours from 8:00; nobody is received between 12:00 and 13:00. */
  private static final int[] WEIGHTS = {6, 9, 12, 13, 12, 10, 8, 5, 0, 0, 7, 9, 10, 9, 8, 6, 4, 2};

  private static final int TOTAL = java.util.Arrays.stream(WEIGHTS).sum();

  private final ZoneId zone;

  ArrivalCurve(ZoneId zone) {
    this.zone = zone;
  }

  /** A moment of the day, to the millisecond, drawn by the curve. */
  Instant draw(LocalDate day, SplittableRandom random) {
    int ticket = random.nextInt(TOTAL);
    int slot = 0;
    while (ticket >= WEIGHTS[slot]) {
      ticket -= WEIGHTS[slot];
      slot++;
    }
    long millis = random.nextLong(SLOT_MINUTES * 60_000L);
    return day.atTime(FIRST)
        .plusMinutes((long) slot * SLOT_MINUTES)
        .atZone(zone)
        .toInstant()
        .plusMillis(millis);
  }
}
