package vn.motcua.figures.board;

import vn.motcua.figures.FigureFailure;

/**
 * What is asked of the board.
 *
 * @param dataset code of the dataset
 * @param branchId the receiving branch, any of its versions; null for all
 * @param fieldId the field of administration; null for all
 */
public record BoardQuestion(String dataset, BoardPeriod period, Integer branchId, Integer fieldId) {

  public BoardQuestion {
    if (dataset == null || dataset.isBlank()) {
      throw new FigureFailure.BadQuery("dataset");
    }
    if (period == null) {
      throw new FigureFailure.BadQuery("period");
    }
  }
}
