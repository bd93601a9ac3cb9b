package vn.motcua.handover;

/** What the receiving side says of a line. */
public enum LineVerdict {
  /** Đủ. */
  RECEIVED,
  /** Có trong phiếu, không có hồ sơ. */
  MISSING,
  /** Thiếu giấy tờ hoặc hư hỏng. */
  DAMAGED,
  /** Có hồ sơ, không có trong phiếu. */
  EXTRA
}
