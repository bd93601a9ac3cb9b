package vn.motcua.handover;

/** Which way a slip goes. */
public enum SlipKind {
  /** Bàn giao hồ sơ: from the one-stop to the competent agency. */
  PAPERS,
  /** Bàn giao kết quả: from the agency back to the one-stop. */
  RESULTS
}
