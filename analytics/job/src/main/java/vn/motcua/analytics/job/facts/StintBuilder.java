package vn.motcua.analytics.job.facts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import vn.motcua.analytics.job.facts.Stint.Beginning;
import vn.motcua.analytics.job.facts.Stint.Ending;
import vn.motcua.analytics.job.facts.Stint.Segment;
import vn.motcua.events.Outcome;

/** A stint in the making: where its class changed so far. */
final class StintBuilder {

  private record Change(Standing to, long at) {}

  private final int unitId;
  private final int branchId;
  private final Beginning beginning;
  private final long start;
  private final List<Change> changes = new ArrayList<>(2);

  StintBuilder(int unitId, int branchId, Beginning beginning, long start, Standing first) {
    this.unitId = unitId;
    this.branchId = branchId;
    this.beginning = beginning;
    this.start = start;
    changes.add(new Change(first, start));
  }

  /** Changes the class, never before the former change. */
  void enter(Standing standing, long at) {
    changes.add(new Change(standing, Math.max(at, lastChange())));
  }

  long lastChange() {
    return changes.getLast().at();
  }

  Standing standing() {
    return changes.getLast().to();
  }

  int unitId() {
    return unitId;
  }

  int branchId() {
    return branchId;
  }

  Stint lasting() {
    List<Segment> segments = segments(Long.MAX_VALUE);
    segments.add(new Segment(standing(), lastChange(), Entry.NONE));
    return new Stint(
        unitId,
        branchId,
        beginning,
        start,
        null,
        Entry.NONE,
        null,
        null,
        Collections.unmodifiableList(segments));
  }

  Stint ended(Ending ending, long end, Standing result, Outcome outcome) {
    List<Segment> segments = segments(end);
    long from = clip(lastChange(), end);
    if (from != end) {
      segments.add(new Segment(standing(), from, end));
    }
    return new Stint(
        unitId,
        branchId,
        beginning,
        start,
        ending,
        end,
        result,
        outcome,
        Collections.unmodifiableList(segments));
  }

  /** All segments but the last, clipped to the stint; each ends where the next begins. */
  private List<Segment> segments(long end) {
    List<Segment> segments = new ArrayList<>(changes.size());
    for (int i = 1; i < changes.size(); i++) {
      long from = clip(changes.get(i - 1).at(), end);
      long to = clip(changes.get(i).at(), end);
      if (from != to) {
        segments.add(new Segment(changes.get(i - 1).to(), from, to));
      }
    }
    return segments;
  }

  private long clip(long moment, long end) {
    return Math.max(Math.min(start, end), Math.min(moment, Math.max(start, end)));
  }
}
