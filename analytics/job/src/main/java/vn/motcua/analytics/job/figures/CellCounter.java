package vn.motcua.analytics.job.figures;

import vn.motcua.events.Channel;

/** Takes what a dossier adds to cells. */
interface CellCounter {

  /**
   * A cell's number, to be used at once and for this dossier only. The parameters are those of
   * {@link Cell}.
   */
  int cell(
      RollUp rollUp,
      int datasetId,
      long day,
      int bodyId,
      int fieldId,
      Channel channel,
      boolean dated);

  /**
   * @param column of the measure within its roll-up
   */
  void add(int cell, int column, long amount);

  /** Time alone may yet change this cell: it is handed on with every change. */
  void await(int cell);
}
