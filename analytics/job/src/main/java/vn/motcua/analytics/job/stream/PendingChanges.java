package vn.motcua.analytics.job.stream;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import vn.motcua.analytics.job.figures.CellKey;
import vn.motcua.analytics.job.figures.DossierRow;

/**
 * Changes that were not handed on yet, added up cell by cell, and the newest row of each dossier. A
 * sum of zero is kept all the same: the cell has to be written again, see {@link
 * vn.motcua.analytics.job.figures.Contributions}.
 */
final class PendingChanges {

  private CellChange[] slots = new CellChange[1 << 12];

  /** The hash of what lies in each slot: a cell is only looked at where it may be the right one. */
  private int[] hashes = new int[1 << 12];

  private int cells;
  private final Map<Long, DossierRow> rows = new HashMap<>();

  /** Adds to a cell; looks it up without making a key. */
  void add(CellKey key, long[] difference) {
    int hash = spread(key.hashCode());
    int slot = hash & (slots.length - 1);
    CellChange sum = slots[slot];
    while (sum != null && !(hashes[slot] == hash && key.is(sum.cell))) {
      slot = (slot + 1) & (slots.length - 1);
      sum = slots[slot];
    }
    if (sum == null) {
      sum = CellChange.of(key.cell(), new long[key.rollUp().size()]);
      slots[slot] = sum;
      hashes[slot] = hash;
      cells++;
      if (2 * cells > slots.length) {
        grow();
      }
    }
    long[] values = sum.difference;
    for (int i = 0; i < values.length; i++) {
      values[i] += difference[i];
    }
  }

  private static int spread(int hash) {
    int spread = hash * 0x9E3779B9;
    return spread ^ spread >>> 15;
  }

  private void grow() {
    CellChange[] former = slots;
    int[] formerHashes = hashes;
    slots = new CellChange[2 * former.length];
    hashes = new int[slots.length];
    for (int i = 0; i < former.length; i++) {
      if (former[i] != null) {
        int slot = formerHashes[i] & (slots.length - 1);
        while (slots[slot] != null) {
          slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = former[i];
        hashes[slot] = formerHashes[i];
      }
    }
  }

  /** The row that is handed on next for this dossier; to be filled. */
  DossierRow row(long dossierId) {
    return rows.computeIfAbsent(dossierId, id -> new DossierRow());
  }

  int size() {
    return cells + rows.size();
  }

  /** Hands everything on and forgets it. */
  void handOn(Consumer<CellChange> changes, Consumer<DossierRow> dossiers) {
    if (cells > 0) {
      for (int i = 0; i < slots.length; i++) {
        if (slots[i] != null) {
          changes.accept(slots[i]);
          slots[i] = null;
        }
      }
      cells = 0;
    }
    if (!rows.isEmpty()) {
      rows.values().forEach(dossiers);
      rows.clear();
    }
  }
}
