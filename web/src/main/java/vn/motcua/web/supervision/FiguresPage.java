package vn.motcua.web.supervision;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.motcua.figures.FigureQuery.Cut;
import vn.motcua.figures.Horizon;
import vn.motcua.web.layout.Words;

/** The figures of a period: the stream's beside the referee's (số liệu). */
@Named
@RequestScoped
public class FiguresPage {

  private static final Set<Measure> USUAL =
      EnumSet.of(
          Measure.CARRIED_OVER,
          Measure.RECEIVED,
          Measure.EARLY,
          Measure.ON_TIME,
          Measure.LATE,
          Measure.CLOSED,
          Measure.WITHIN,
          Measure.PAUSED,
          Measure.OVERDUE);
  private static final Set<Measure> RARE =
      EnumSet.of(
          Measure.TRANSFERRED_IN,
          Measure.REOPENED,
          Measure.UNDATED,
          Measure.VOIDED,
          Measure.TRANSFERRED_OUT);

  @Inject private FigureQuestion question;
  @Inject private FigureBoard board;
  @Inject private Words words;
  @Inject private HttpServletRequest request;

  private boolean counted;
  private FigureRow whole;
  private List<FigureRow> rows = List.of();
  private Verdict verdict;
  private String failure;

  /** Why there are no figures, in a sentence; null where there are. */
  public String getFailure() {
    count();
    return failure;
  }

  /** The period as a whole. */
  public FigureRow getWhole() {
    count();
    return whole;
  }

  /** Its parts; none where it is not cut. */
  public List<FigureRow> getRows() {
    count();
    return rows;
  }

  public Verdict getVerdict() {
    count();
    return verdict;
  }

  /** How far the stream is. */
  public String getAge() {
    return board.age();
  }

  public Measure measure(String name) {
    return Measure.valueOf(name);
  }

  public Measure.Side[] getSides() {
    return Measure.Side.values();
  }

  public List<Measure> measures(Measure.Side side) {
    return Measure.of(side);
  }

  /** Measures worth a column: the usual ones, and the rare ones that are not nought everywhere. */
  public List<Measure> getColumns() {
    List<Measure> columns = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      if (USUAL.contains(measure) || (RARE.contains(measure) && anywhere(measure))) {
        columns.add(measure);
      }
    }
    return columns;
  }

  /** How many of the columns stand on a side of the identity. */
  public long columnsOf(Measure.Side side) {
    return getColumns().stream().filter(column -> column.getSide() == side).count();
  }

  /** Key of the sentence that says whose numbers the cells show. */
  public String getNote() {
    if (getWhole().stream() == null) {
      return "figures.cells-referee";
    }
    if (isCounting()) {
      return "figures.cells-counting";
    }
    return getWhole().referee() == null ? "figures.cells-alone" : "figures.cells-stream";
  }

  /**
   * Whether the referee is still counting what is asked for; the page then opens again by itself.
   */
  public boolean isCounting() {
    count();
    return failure == null && board.isCounting();
  }

  /** Looks again whether all is counted; then opens the page anew. */
  public void look() throws IOException {
    if (!isCounting()) {
      FacesContext.getCurrentInstance()
          .getExternalContext()
          .redirect(request.getContextPath() + question.getAddress().text());
    }
  }

  /** What was counting when the page was opened goes on looking until it has it. */
  public boolean isLooking() {
    return FacesContext.getCurrentInstance().isPostback() || isCounting();
  }

  private boolean anywhere(Measure measure) {
    return getRows().stream()
        .anyMatch(
            row ->
                (row.referee() != null && measure.of(row.referee()) != 0)
                    || (row.stream() != null && measure.of(row.stream()) != 0));
  }

  /** Counts once, when the page first asks; actions need no figures. */
  private void count() {
    if (counted) {
      return;
    }
    counted = true;
    failure = question.failure();
    if (failure != null) {
      return;
    }
    try {
      Horizon horizon = question.getHorizon();
      Cut cut = question.getAddress().cut();
      FigureBoard.Asked asked = board.asked(horizon);
      whole = board.rows(question.getDataset(), question.query(Cut.NONE), asked).getFirst();
      if (cut != Cut.NONE) {
        rows = board.rows(question.getDataset(), question.query(cut), asked);
      }
      verdict = board.verdict(question.getDataset(), horizon);
    } catch (RuntimeException thrown) {
      failure = words.failure(thrown);
    }
  }
}
