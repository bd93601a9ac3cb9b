package vn.motcua.feedback;

/** How it came (kênh tiếp nhận). */
public enum FeedbackChannel {
  /** A note of the hotline 1022. */
  CALL_1022,
  ZALO,
  /** The public page. */
  PORTAL,
  COUNTER,
  LETTER
}
