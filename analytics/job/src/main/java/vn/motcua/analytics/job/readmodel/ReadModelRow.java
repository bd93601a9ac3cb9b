package vn.motcua.analytics.job.readmodel;

import vn.motcua.analytics.job.figures.Cell;
import vn.motcua.analytics.job.figures.DossierRow;
import vn.motcua.analytics.job.watch.AlertRow;

/**
 * A row for the read model: a cell with its absolute values, a dossier, an alert, or what was set
 * aside.
 */
public final class ReadModelRow {

  public Cell cell;
  public long[] counts;
  public DossierRow dossier;
  public SetAside setAside;
  public AlertRow alert;

  /**
   * The stream has met this cell or dossier for the first time, so an empty read model has no row
   * of it. Only saves time, so no state keeps it.
   */
  public transient boolean fresh;

  public ReadModelRow() {}

  public static ReadModelRow of(Cell cell, long[] counts) {
    ReadModelRow row = new ReadModelRow();
    row.cell = cell;
    row.counts = counts;
    return row;
  }

  public static ReadModelRow of(DossierRow dossier) {
    ReadModelRow row = new ReadModelRow();
    row.dossier = dossier;
    row.fresh = dossier.fresh;
    return row;
  }

  public static ReadModelRow of(AlertRow alert) {
    ReadModelRow row = new ReadModelRow();
    row.alert = alert;
    return row;
  }

  public static ReadModelRow of(SetAside setAside) {
    ReadModelRow row = new ReadModelRow();
    row.setAside = setAside;
    return row;
  }
}
