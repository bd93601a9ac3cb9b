package vn.motcua.analytics.job.figures;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import vn.motcua.analytics.job.facts.Days;
import vn.motcua.analytics.job.facts.DossierFacts;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.facts.Stint;
import vn.motcua.analytics.job.facts.Stint.Segment;
import vn.motcua.analytics.job.facts.Timeline;

/**
 * What one dossier adds to the figures: f(facts, T). A change adds f(new) − f(old), so the order in
 * which entries of different dossiers arrive never matters and a correction after closing works.
 *
 * <p>Which entries of the log touch which cells must not depend on when they were read: after a
 * restart the same cells have to be written again, or a value from before would stay. Therefore the
 * cell in which an open dossier would become overdue is touched even while it is not.
 */
public final class Contributions {

  private static final long[] NOTHING = new long[Measure.COUNT];

  private final Map<Cell, long[]> counts = new HashMap<>(8);
  private Cell awaited;

  private Contributions() {}

  /** Of a dossier that does not exist yet. */
  public static Contributions none() {
    return new Contributions();
  }

  public static Contributions of(DossierFacts facts, Timeline timeline) {
    Contributions contributions = new Contributions();
    for (Stint stint : timeline.stints()) {
      contributions.count(facts, timeline, stint);
    }
    if (timeline.deadline() != Entry.NONE) {
      contributions.awaited =
          cell(facts, timeline, timeline.stints().getLast(), timeline.overdueFrom());
    }
    return contributions;
  }

  private void count(DossierFacts facts, Timeline timeline, Stint stint) {
    Cell first = cell(facts, timeline, stint, stint.start());
    add(first, Measure.OPEN_IN);
    add(
        first,
        switch (stint.beginning()) {
          case RECEIVED -> Measure.RECEIVED;
          case TRANSFERRED_IN -> Measure.TRANSFERRED_IN;
          case REOPENED -> Measure.REOPENED;
        });
    for (Segment segment : stint.segments()) {
      add(cell(facts, timeline, stint, segment.from()), Measure.entering(segment.standing()));
      if (segment.to() != Entry.NONE) {
        add(cell(facts, timeline, stint, segment.to()), Measure.leaving(segment.standing()));
      }
    }
    if (!stint.lasts()) {
      Cell last = cell(facts, timeline, stint, stint.end());
      add(last, Measure.OPEN_OUT);
      add(
          last,
          stint.result() == null
              ? Measure.TRANSFERRED_OUT
              : Measure.ended(stint.result(), stint.outcome()));
    }
  }

  private static Cell cell(DossierFacts facts, Timeline timeline, Stint stint, long moment) {
    ZoneId zone = timeline.zone();
    return new Cell(
        facts.datasetId,
        Days.of(moment, zone),
        stint.unitId(),
        facts.fieldId,
        facts.channel,
        timeline.dueAt() != Entry.NONE);
  }

  private void add(Cell cell, Measure measure) {
    counts.computeIfAbsent(cell, key -> new long[Measure.COUNT])[measure.ordinal()]++;
  }

  /** The counts per cell, in the order of {@link Measure}. Not to be changed. */
  public Map<Cell, long[]> counts() {
    return counts;
  }

  /**
   * Hands on what changed from these contributions to newer ones: every cell that differs and every
   * cell that is awaited, before or after, even where nothing differs.
   */
  public void changeTo(Contributions newer, BiConsumer<Cell, long[]> change) {
    newer.counts.forEach(
        (cell, values) -> {
          long[] difference = minus(values, counts.getOrDefault(cell, NOTHING));
          if (differs(difference) || newer.awaits(cell) || awaits(cell)) {
            change.accept(cell, difference);
          }
        });
    counts.forEach(
        (cell, values) -> {
          if (!newer.counts.containsKey(cell)) {
            change.accept(cell, minus(NOTHING, values));
          }
        });
    if (awaited != null && !counts.containsKey(awaited) && !newer.counts.containsKey(awaited)) {
      change.accept(awaited, NOTHING.clone());
    }
    Cell next = newer.awaited;
    if (next != null
        && !next.equals(awaited)
        && !counts.containsKey(next)
        && !newer.counts.containsKey(next)) {
      change.accept(next, NOTHING.clone());
    }
  }

  private boolean awaits(Cell cell) {
    return cell.equals(awaited);
  }

  private static long[] minus(long[] left, long[] right) {
    long[] difference = new long[Measure.COUNT];
    for (int i = 0; i < difference.length; i++) {
      difference[i] = left[i] - right[i];
    }
    return difference;
  }

  private static boolean differs(long[] difference) {
    for (long value : difference) {
      if (value != 0) {
        return true;
      }
    }
    return false;
  }
}
