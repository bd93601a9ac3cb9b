package vn.motcua.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Stream against referee at one horizon: “khớp” or “lệch”.
 *
 * @param matches whether every cell is equal
 * @param count how many differ
 * @param differences the first of them
 * @param counts how many differ in each roll-up that was compared
 */
public record Comparison(
    boolean matches, long count, List<Difference> differences, Map<RollUp, Long> counts) {

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
