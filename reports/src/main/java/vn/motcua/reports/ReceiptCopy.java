package vn.motcua.reports;

/** The two copies of a receipt (liên): one goes with the applicant, one stays at the counter. */
enum ReceiptCopy {
  HANDED("Giao khách hàng", "Giữ giấy này để nhận kết quả."),
  KEPT("Lưu", "Bản lưu tại nơi tiếp nhận.");

  private final String words;
  private final String footer;

  ReceiptCopy(String words, String footer) {
    this.words = words;
    this.footer = footer;
  }

  /** As the head of the form names it. */
  String words() {
    return "Liên: " + words;
  }

  /** What stands below each page. */
  String footer() {
    return footer;
  }
}
