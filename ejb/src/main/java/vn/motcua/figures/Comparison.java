package vn.motcua.figures;

import java.time.LocalDate;
import java.util.List;

/**
 * Stream against referee at one horizon: “khớp” or “lệch”.
 *
 * @param matches whether every cell is equal
 * @param count how many differ
 * @param differences the first of them
 */
public record Comparison(boolean matches, long count, List<Difference> differences) {

  /** One cell whose two counts differ. */
  public record Difference(
      LocalDate day,
      int unitId,
      int fieldId,
      String channel,
      boolean dated,
      String flow,
      long stream,
      long referee) {}
}
