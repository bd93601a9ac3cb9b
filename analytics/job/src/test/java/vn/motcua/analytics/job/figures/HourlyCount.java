package vn.motcua.analytics.job.figures;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.facts.Histories;
import vn.motcua.events.Outcome;

/**
 * Counts one dossier the way a clerk with a wall clock would: looks every hour, notes at every
 * midnight which stock the dossier is in, and makes a mark for whatever happens. Shares nothing
 * with the rules under test.
 */
final class HourlyCount {

  /** "day unit" → mark → how often. */
  final Map<String, Map<String, Integer>> marks = new TreeMap<>();

  /** "day unit" → stock at the start of that day. */
  final Map<String, String> stocks = new TreeMap<>();

  private boolean open;
  private boolean pauseHolds;
  private boolean overdue;
  private int unit;
  private Integer due;

  HourlyCount(List<Entry> entries, int until) {
    Deque<Entry> ahead = new ArrayDeque<>(entries);
    int hour = 0;
    for (; hour < until || !ahead.isEmpty(); hour++) {
      boolean midnight = hour % 24 == 0;
      if (midnight && open) {
        stocks.put(hour / 24 + " " + unit, stock());
      }
      while (!ahead.isEmpty() && Histories.hour(ahead.getFirst().moment) == hour) {
        overdue |= clockRuns() && due < hour;
        happen(ahead.removeFirst(), hour);
      }
      overdue |= hour < until && clockRuns() && due <= hour;
    }
    if (open && hour % 24 == 0) {
      stocks.put(hour / 24 + " " + unit, stock());
    }
  }

  private boolean clockRuns() {
    return open && !pauseHolds && due != null;
  }

  private String stock() {
    return overdue ? "overdue" : pauseHolds ? "paused" : "within";
  }

  private void happen(Entry entry, int hour) {
    Integer newDue = entry.dueAt == Entry.NONE ? null : Histories.hour(entry.dueAt);
    switch (entry.kind) {
      case RECEIVED -> {
        unit = entry.unitId;
        due = newDue;
        open = true;
        mark(hour, "received");
      }
      case PAUSED -> {
        pauseHolds = entry.lawful && !overdue;
      }
      case RESUMED -> {
        if (pauseHolds && newDue != null) {
          due = newDue;
        }
        pauseHolds = false;
      }
      case DUE_MOVED -> due = newDue;
      case REATTRIBUTED -> {
        mark(hour, "transferred_out");
        unit = entry.unitId;
        mark(hour, "transferred_in");
      }
      case FINISHED ->
          end(hour, result(hour) + (entry.outcome == Outcome.REFUSED ? "_refused" : "_granted"));
      case CLOSED -> end(hour, overdue ? "closed_after_due" : "closed_before_due");
      case VOIDED -> end(hour, "voided");
      case REOPENED -> {
        due = newDue == null ? due : newDue;
        open = true;
        mark(hour, "reopened");
      }
      default -> {
        // Nothing a clerk would count.
      }
    }
  }

  private String result(int hour) {
    if (overdue) {
      return "late";
    }
    if (due == null) {
      return "undated";
    }
    return hour / 24 < due / 24 ? "early" : "on_time";
  }

  private void end(int hour, String how) {
    mark(hour, how);
    open = false;
    pauseHolds = false;
  }

  private void mark(int hour, String what) {
    marks
        .computeIfAbsent(hour / 24 + " " + unit, key -> new TreeMap<>())
        .merge(what, 1, Integer::sum);
  }

  boolean dated() {
    return due != null;
  }
}
