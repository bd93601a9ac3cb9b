package vn.motcua.web.supervision;

import java.util.List;
import vn.motcua.figures.PeriodFigures;
import vn.motcua.web.layout.Notation;

/**
 * The figures of one part of a period, or of the whole, as a table's row.
 *
 * @param name what people call the part
 * @param link code that narrows the figures to this part, or null
 * @param stream null where the stream has no answer
 * @param referee null where nobody asked for a recount
 */
public record FigureRow(
    String name, String link, PeriodFigures stream, PeriodFigures referee, Notation notation) {

  public FigureCell cell(Measure measure) {
    return new FigureCell(
        stream == null ? null : measure.of(stream),
        referee == null ? null : measure.of(referee),
        notation);
  }

  public FigureCell total(Measure.Side side) {
    return new FigureCell(
        stream == null ? null : Measure.total(side, stream),
        referee == null ? null : Measure.total(side, referee),
        notation);
  }

  public List<FigureCell> cells(List<Measure> measures) {
    return measures.stream().map(this::cell).toList();
  }

  /** Early or on time, of those resolved that had a limit; with its n. */
  public String inTime() {
    return notation.share(resolvedInTime(), dated());
  }

  /** Open past the limit, of all open; with its n. */
  public String overdueShare() {
    return notation.share(shown().overdue(), shown().open());
  }

  public boolean anyDated() {
    return dated() > 0;
  }

  public long earlyWidth() {
    return width(shown().early());
  }

  public long onTimeWidth() {
    return width(shown().onTime());
  }

  public long lateWidth() {
    return Bar.WIDTH - earlyWidth() - onTimeWidth();
  }

  public boolean identityHolding() {
    return shown().identityHolds();
  }

  public boolean nothing() {
    return Measure.total(Measure.Side.IN, shown()) == 0
        && Measure.total(Measure.Side.OUT, shown()) == 0;
  }

  private PeriodFigures shown() {
    return stream == null ? referee : stream;
  }

  private long resolvedInTime() {
    return shown().early() + shown().onTime();
  }

  private long dated() {
    return resolvedInTime() + shown().late();
  }

  private long width(long part) {
    return dated() == 0 ? 0 : Math.round((double) Bar.WIDTH * part / dated());
  }

  /** The drawn bar's own units. */
  private static final class Bar {
    static final long WIDTH = 1000;
  }
}
