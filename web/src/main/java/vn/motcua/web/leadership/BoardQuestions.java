package vn.motcua.web.leadership;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import java.time.LocalDate;
import vn.motcua.dataset.DatasetDirectory;
import vn.motcua.dataset.DatasetSummary;
import vn.motcua.figures.Dimensions;
import vn.motcua.figures.FigureFailure;
import vn.motcua.figures.board.BoardPeriod;
import vn.motcua.figures.board.BoardPeriod.Kind;
import vn.motcua.figures.board.BoardQuestion;
import vn.motcua.figures.board.BoardService;

/** Turns the board's address into a question. */
@RequestScoped
public class BoardQuestions {

  @EJB private DatasetDirectory datasets;
  @EJB private Dimensions dimensions;
  @EJB private BoardService boards;

  /**
   * @throws FigureFailure where the address asks for what there is not
   */
  public BoardQuestion of(BoardAddress address) {
    DatasetSummary dataset = dataset(address);
    BoardPeriod period = period(address, dataset);
    Integer branch =
        address.branch() == null
            ? null
            : dimensions.unit(dataset.id(), address.branch(), period.last());
    return new BoardQuestion(dataset.code(), period, branch, address.field());
  }

  private DatasetSummary dataset(BoardAddress address) {
    return address.dataset() == null
        ? datasets.active().getFirst()
        : datasets.findActive(address.dataset());
  }

  private BoardPeriod period(BoardAddress address, DatasetSummary dataset) {
    if (address.period() != Kind.RANGE) {
      LocalDate day = address.on() == null ? boards.today(dataset.code()) : address.on();
      return BoardPeriod.of(address.period(), day);
    }
    if (address.from() == null || address.through() == null) {
      throw new FigureFailure.BadQuery("period");
    }
    return new BoardPeriod(Kind.RANGE, address.from(), address.through().plusDays(1));
  }
}
