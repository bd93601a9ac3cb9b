package vn.motcua.analytics.job.readmodel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.motcua.analytics.job.figures.Cell;
import vn.motcua.analytics.job.figures.DossierRow;
import vn.motcua.analytics.job.watch.AlertRow;

/** Rows to be written in one transaction: of each the last value. */
final class RowBatch {

  final Map<Cell, long[]> cells = new HashMap<>();
  final Map<Long, DossierRow> dossiers = new HashMap<>();

  /** Those of which the read model has no row yet. A cell or dossier is in one of the two only. */
  final Map<Cell, long[]> freshCells = new HashMap<>();

  final Map<Long, DossierRow> freshDossiers = new HashMap<>();
  final Map<UUID, AlertRow> alerts = new HashMap<>();
  final Map<String, SetAside> setAside = new HashMap<>();

  /** Rows that were put aside come before these, see {@link RowsAside}. */
  boolean takesOver;

  /** Replaces what was there of the same row. */
  void put(ReadModelRow row) {
    if (row.cell != null) {
      put(row.cell, row.counts, row.fresh, cells, freshCells);
    } else if (row.dossier != null) {
      put(row.dossier.dossierId, row.dossier, row.fresh, dossiers, freshDossiers);
    } else if (row.alert != null) {
      alerts.put(row.alert.id(), row.alert);
    } else {
      setAside.put(row.setAside.place(), row.setAside);
    }
  }

  private static <K, V> void put(
      K key, V value, boolean isFresh, Map<K, V> known, Map<K, V> fresh) {
    if (fresh.containsKey(key) || isFresh && !known.containsKey(key)) {
      fresh.put(key, value);
    } else {
      known.put(key, value);
    }
  }

  /** Takes in rows that came earlier than these, and were not written. */
  void putBefore(RowBatch earlier) {
    putBefore(earlier.cells, earlier.freshCells, cells, freshCells);
    putBefore(earlier.dossiers, earlier.freshDossiers, dossiers, freshDossiers);
    earlier.alerts.forEach(alerts::putIfAbsent);
    earlier.setAside.forEach(setAside::putIfAbsent);
    takesOver |= earlier.takesOver;
  }

  private static <K, V> void putBefore(
      Map<K, V> earlier, Map<K, V> earlierFresh, Map<K, V> known, Map<K, V> fresh) {
    earlierFresh.forEach(
        (key, value) -> {
          V newer = known.remove(key);
          fresh.putIfAbsent(key, newer == null ? value : newer);
        });
    earlier.forEach(
        (key, value) -> {
          V newer = fresh.remove(key);
          known.putIfAbsent(key, newer == null ? value : newer);
        });
  }

  boolean hasFresh() {
    return !freshCells.isEmpty() || !freshDossiers.isEmpty();
  }

  /** Of all of them the read model may have a row. */
  void forgetFresh() {
    cells.putAll(freshCells);
    dossiers.putAll(freshDossiers);
    freshCells.clear();
    freshDossiers.clear();
  }

  int size() {
    return cells.size()
        + freshCells.size()
        + dossiers.size()
        + freshDossiers.size()
        + alerts.size()
        + setAside.size();
  }

  List<ReadModelRow> rows() {
    List<ReadModelRow> rows = new ArrayList<>(size());
    cells.forEach((cell, counts) -> rows.add(ReadModelRow.of(cell, counts)));
    freshCells.forEach((cell, counts) -> rows.add(ReadModelRow.of(cell, counts)));
    freshDossiers.values().forEach(row -> rows.add(ReadModelRow.of(row)));
    dossiers.values().forEach(row -> rows.add(ReadModelRow.of(row)));
    alerts.values().forEach(row -> rows.add(ReadModelRow.of(row)));
    setAside.values().forEach(row -> rows.add(ReadModelRow.of(row)));
    return rows;
  }
}
