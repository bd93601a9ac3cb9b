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

  /**
   * One cell whose two counts differ.
   *
   * @param unitId the competent agency; in the board's roll-up the receiving branch, 0 for none
   * @param channel null in the board's roll-up, which is not cut by it
   * @param dated says nothing in the board's roll-up
   */
  public record Difference(
      RollUp rollUp,
      LocalDate day,
      int unitId,
      int fieldId,
      String channel,
      boolean dated,
      String flow,
      long stream,
      long referee) {}
}
