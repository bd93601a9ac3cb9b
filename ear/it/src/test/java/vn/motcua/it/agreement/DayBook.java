package vn.motcua.it.agreement;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts one dossier the way a clerk with a calendar on the wall would: looks every half hour,
 * notes when a new day has begun which stock the dossier is in, and makes a mark on the day for
 * whatever happens. Shares nothing with the stream's rules or the referee's SQL. Knows receipts,
 * lawful pauses, moves and results.
 */
final class DayBook {

  static final Duration LOOK = Duration.ofMinutes(30);

  /** "day unit" → mark → how often. */
  final Map<String, Map<String, Long>> marks = new TreeMap<>();

  /** "day unit" → stock when the day began. */
  final Map<String, String> stocks = new TreeMap<>();

  private final ZoneId zone;
  private boolean open;
  private boolean paused;
  private boolean overdue;
  private int unit;
  private Instant due;

  DayBook(ZoneId zone, List<Step> history, Instant until) {
    this.zone = zone;
    Deque<Step> ahead = new ArrayDeque<>(history);
    LocalDate page = null;
    for (Instant now = history.getFirst().at(); !now.isAfter(until); now = now.plus(LOOK)) {
      overdue |= clockRuns() && due.isBefore(now);
      LocalDate day = LocalDate.ofInstant(now, zone);
      if (open && !day.equals(page)) {
        stocks.put(day + " " + unit, overdue ? "OVERDUE" : paused ? "PAUSED" : "WITHIN");
      }
      page = day;
      while (!ahead.isEmpty() && ahead.getFirst().at().equals(now)) {
        happen(ahead.removeFirst(), day);
      }
    }
    if (!ahead.isEmpty()) {
      throw new IllegalArgumentException("Not on the half hour, or not in order: " + ahead);
    }
  }

  private boolean clockRuns() {
    return open && !paused;
  }

  private void happen(Step step, LocalDate day) {
    switch (step.kind()) {
      case RECEIVED -> {
        unit = step.unit();
        due = step.due();
        open = true;
        mark(day, "RECEIVED");
      }
      case PAUSED -> paused = !overdue;
      case RESUMED -> {
        due = paused ? step.due() : due;
        paused = false;
      }
      case REATTRIBUTED -> {
        mark(day, "TRANSFERRED_OUT");
        unit = step.unit();
        mark(day, "TRANSFERRED_IN");
      }
      case FINISHED -> {
        boolean early = day.isBefore(LocalDate.ofInstant(due, zone));
        mark(day, (overdue ? "LATE_" : early ? "EARLY_" : "ON_TIME_") + step.outcome());
        open = false;
      }
      case OBSERVED -> {
        // The log ends.
      }
      default -> throw new IllegalArgumentException(step.toString());
    }
  }

  private void mark(LocalDate day, String what) {
    marks.computeIfAbsent(day + " " + unit, key -> new TreeMap<>()).merge(what, 1L, Long::sum);
  }
}
