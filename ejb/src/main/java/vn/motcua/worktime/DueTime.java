package vn.motcua.worktime;

/** At which time of its last day a term in days or months ends. */
public enum DueTime {
  /** When the office closes on that day, although the law's day ends at 24:00 (art. 148). */
  CLOSING,
  /**
   * At the time of day of receipt, read from the wall clock, as a 24-hour counter does. Pauses cost
   * it whole days.
   */
  TIME_OF_RECEIPT
}
