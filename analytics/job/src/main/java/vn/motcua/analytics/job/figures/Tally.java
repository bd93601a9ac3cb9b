package vn.motcua.analytics.job.figures;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** What one dossier adds to the cells of one roll-up. */
final class Tally {

  private final int size;
  private final long[] nothing;
  private final Map<Cell, long[]> counts = new HashMap<>(8);
  private final Set<Cell> awaited = new HashSet<>(4);

  Tally(RollUp rollUp) {
    size = rollUp.size();
    nothing = new long[size];
  }

  void add(Cell cell, Enum<?> measure, long amount) {
    if (amount != 0) {
      counts.computeIfAbsent(cell, key -> new long[size])[measure.ordinal()] += amount;
    }
  }

  void add(Cell cell, Enum<?> measure) {
    add(cell, measure, 1);
  }

  /** Time alone may yet change this cell: it is handed on with every change. */
  void await(Cell cell) {
    awaited.add(cell);
  }

  Map<Cell, long[]> counts() {
    return counts;
  }

  /**
   * Hands on what changed from this tally to a newer one: every cell that differs and every cell
   * that is awaited, before or after, even where nothing differs.
   */
  void changeTo(Tally newer, BiConsumer<Cell, long[]> change) {
    newer.counts.forEach(
        (cell, values) -> {
          long[] difference = minus(values, counts.getOrDefault(cell, nothing));
          if (differs(difference) || newer.awaited.contains(cell) || awaited.contains(cell)) {
            change.accept(cell, difference);
          }
        });
    counts.forEach(
        (cell, values) -> {
          if (!newer.counts.containsKey(cell)) {
            change.accept(cell, minus(nothing, values));
          }
        });
    awaited.forEach(cell -> touch(cell, newer, change));
    for (Cell cell : newer.awaited) {
      if (!awaited.contains(cell)) {
        touch(cell, newer, change);
      }
    }
  }

  private void touch(Cell cell, Tally newer, BiConsumer<Cell, long[]> change) {
    if (!counts.containsKey(cell) && !newer.counts.containsKey(cell)) {
      change.accept(cell, new long[size]);
    }
  }

  private long[] minus(long[] left, long[] right) {
    long[] difference = new long[size];
    for (int i = 0; i < size; i++) {
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
