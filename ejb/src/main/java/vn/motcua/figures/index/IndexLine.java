package vn.motcua.figures.index;

import vn.motcua.figures.board.Ratio;

/**
 * A component of the index with its figure.
 *
 * @param value numerator and denominator; none where nothing feeds it or there was nothing
 * @param earned hundredths of points; null where there is no figure
 * @param fed whether the system has a source for it
 */
public record IndexLine(IndexComponent component, Ratio value, Integer earned, boolean fed) {

  /** Hundredths of points still to be had; null where there is no figure. */
  public Integer missing() {
    return earned == null ? null : 100 * component.points() - earned;
  }
}
