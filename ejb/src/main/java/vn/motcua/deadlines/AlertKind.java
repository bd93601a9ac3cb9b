package vn.motcua.deadlines;

/** What somebody must be told of. The first is the most pressing. */
public enum AlertKind {
  /** Quá hạn. From the stream. */
  OVERDUE,
  /** Quá hạn bước xử lý: the limit of the present step. From the application's table of steps. */
  STEP_OVERDUE,
  /** Chờ tiếp nhận quá hạn: not accepted within 8 working hours. From the application. */
  ACCEPTANCE,
  /** Phản ánh, kiến nghị quá hạn. From the application. */
  FEEDBACK,
  /** Sắp đến hạn. From the stream. */
  DUE_SOON,
  /** Chưa xử lý quá N giờ. From the stream. */
  UNTOUCHED,
  /** Yêu cầu bổ sung lần hai. From the stream. */
  SECOND_REQUEST,
  /** Đổi hẹn trả. From the stream; with an apology (form 04) from the application. */
  PROMISE_MOVED;

  /** Whether somebody can be urged because of it: what is done is done. */
  public boolean canBeUrged() {
    return this != SECOND_REQUEST && this != PROMISE_MOVED;
  }
}
