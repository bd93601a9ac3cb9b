package vn.motcua.web.leadership;

import java.util.Locale;
import vn.motcua.figures.board.Board;
import vn.motcua.figures.board.BoardFlow;
import vn.motcua.figures.board.Ratio;

/**
 * A branch or a field as the board's table shows it.
 *
 * @param name in words
 * @param address of the board for it alone; null where it has no code
 * @param most the greatest overdue stock in the table, for the bars
 * @param worst the greatest lateness in it, in hundredths of a percent
 */
public record PartView(
    String name, String address, Board.Part part, long most, long worst, BoardWords boardWords) {

  public long received() {
    return part.sums().of(BoardFlow.RECEIVED);
  }

  public long resolved() {
    return part.sums().of(BoardFlow.RESOLVED);
  }

  public long overdue() {
    return part.overdue();
  }

  public String onTime() {
    return boardWords.percent(part.onTime());
  }

  public long onTimeOf() {
    return part.onTime().denominator();
  }

  public String lateness() {
    return boardWords.percent(part.lateness());
  }

  public long latenessOf() {
    return part.lateness().denominator();
  }

  /** 0 to 1000: the part with most lateness. */
  public long latenessWidth() {
    Ratio lateness = part.lateness();
    return lateness.exists() && worst > 0 ? 1000 * lateness.basisPoints() / worst : 0;
  }

  /** 0 to 1000: the part with most overdue dossiers. */
  public long overdueWidth() {
    return most <= 0 ? 0 : Math.max(0, 1000 * part.overdue() / most);
  }

  /** To sort by; what does not exist comes last. */
  public String latenessKey() {
    return key(part.lateness());
  }

  public String onTimeKey() {
    return key(part.onTime());
  }

  private static String key(Ratio figure) {
    return figure.exists()
        ? String.format(Locale.ROOT, "%.6f", (double) figure.numerator() / figure.denominator())
        : "";
  }
}
