package vn.motcua.figures.index;

import vn.motcua.figures.board.Ratio;

/**
 * A component of the index with its figure.
 *
 * @param value numerator and denominator; none where there was nothing to count
 * @param earned hundredths of points; null where there is no figure
 */
public record IndexLine(IndexComponent component, Ratio value, Integer earned) {

  /** Hundredths of points still to be had; null where there is no figure. */
  public Integer missing() {
    return earned == null ? null : 100 * component.points() - earned;
  }
}
