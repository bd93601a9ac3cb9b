package vn.motcua.analytics.job.stream;

import vn.motcua.analytics.job.figures.Cell;

/** What one or several dossiers changed in a cell. */
public final class CellChange {

  public Cell cell;

  /** Differences, in the order of {@link vn.motcua.analytics.job.figures.RollUp#columns()}. */
  public long[] difference;

  public CellChange() {}

  static CellChange of(Cell cell, long[] difference) {
    CellChange change = new CellChange();
    change.cell = cell;
    change.difference = difference;
    return change;
  }

  public Cell cell() {
    return cell;
  }
}
