package vn.motcua.reception;

/** What becomes of a paper shown at the counter. */
public enum Custody {
  /** Giữ bản. */
  KEPT,
  /** Xem và trả lại. */
  SEEN_RETURNED,
  /** Đã có trong kho. */
  HELD_ALREADY
}
