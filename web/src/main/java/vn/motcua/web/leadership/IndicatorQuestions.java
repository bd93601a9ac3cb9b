package vn.motcua.web.leadership;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import vn.motcua.dataset.DatasetDirectory;
import vn.motcua.figures.Dimensions;
import vn.motcua.figures.FigureFailure;
import vn.motcua.figures.board.BoardQuestion;
import vn.motcua.figures.indicator.Dimension;
import vn.motcua.figures.indicator.IndicatorQuestion;

/** Turns the register's address into a question. */
@RequestScoped
public class IndicatorQuestions {

  @EJB private DatasetDirectory datasets;
  @EJB private Dimensions dimensions;
  @Inject private BoardQuestions boards;

  /**
   * @throws FigureFailure where the address asks for what there is not
   */
  public IndicatorQuestion of(IndicatorAddress address, Dimension by) {
    BoardQuestion board = boards.of(address.board());
    Integer unit =
        address.unit() == null
            ? null
            : dimensions.unit(
                datasets.findActive(board.dataset()).id(), address.unit(), board.period().last());
    return new IndicatorQuestion(
        board.dataset(),
        board.period().from(),
        board.period().to(),
        by,
        board.branchId(),
        unit,
        board.fieldId());
  }
}
