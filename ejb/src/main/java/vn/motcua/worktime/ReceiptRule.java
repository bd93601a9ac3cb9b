package vn.motcua.worktime;

/** When an arrival counts as received (thời điểm tiếp nhận). */
public enum ReceiptRule {
  /** The day of arrival is the day of receipt, whatever the hour: the plain reading of art. 147. */
  AT_ARRIVAL,
  /**
   * An arrival while nobody is there to take it, such as online at night or on a holiday, counts as
   * received when the office or its desk next opens. Between two sessions of a day the day stays.
   */
  NEXT_OPENING
}
