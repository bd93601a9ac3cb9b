package vn.motcua.payment;

/** How money comes or goes (hình thức nộp). */
public enum PaymentMethod {
  /** Tiền mặt. */
  CASH,
  /** Chuyển khoản, by VietQR or otherwise; found again in the bank's statement. */
  TRANSFER,
  /** Thanh toán trực tuyến, on the national portal. */
  ONLINE
}
