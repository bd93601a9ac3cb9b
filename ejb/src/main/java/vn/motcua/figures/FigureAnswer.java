package vn.motcua.figures;

import java.util.List;

/**
 * Figures with all one needs to trust them.
 *
 * @param source STREAM or REFEREE
 * @param formulaVersion version of the meaning of the figures
 * @param horizon the cut they answer for; null where the newest figures of the stream were asked
 * @param position how far the stream is; null for the referee
 */
public record FigureAnswer(
    String source,
    String formulaVersion,
    FigureQuery query,
    Horizon horizon,
    StreamPosition position,
    List<PeriodFigures> figures) {

  /** Counts up whenever the meaning of a figure changes. */
  public static final String FORMULA_VERSION = "2026-11";
}
