package vn.motcua.handover;

/**
 * Which slips and papers a list shows (lọc theo cơ quan và chiều giao).
 *
 * @param body the other side, any version of it; 0: whichever
 * @param direction null: both
 * @param after {@link SlipPage#next} of the former page; null for the first
 */
public record SlipQuestion(int body, Direction direction, String after) {

  /** Which way the papers go, as the caller's bodies see it. */
  public enum Direction {
    /** The caller's bodies give (giao đi). */
    OUT,
    /** The caller's bodies receive (nhận về). */
    IN
  }

  /** Everything, from the first page on. */
  public static final SlipQuestion ALL = new SlipQuestion(0, null, null);
}
