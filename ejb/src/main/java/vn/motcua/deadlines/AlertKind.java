package vn.motcua.deadlines;

import java.util.List;
import java.util.stream.Stream;

/**
 * What somebody must be told of: the one list of kinds, the most pressing first. All are raised by
 * the deadline watch of the job, at most two seconds after the moment, under these very names.
 */
public enum AlertKind {
  /** Quá hạn. */
  OVERDUE,
  /** Quá hạn bước xử lý: the limit of a step that is not done. */
  STEP_OVERDUE,
  /** Chờ tiếp nhận quá hạn: not accepted within 8 working hours. */
  ACCEPTANCE,
  /** Phản ánh, kiến nghị quá hạn. */
  FEEDBACK,
  /** Sắp đến hạn. */
  DUE_SOON,
  /** Chưa xử lý quá N giờ. */
  UNTOUCHED,
  /** Yêu cầu bổ sung lần hai. */
  SECOND_REQUEST,
  /** Đổi hẹn trả. With an apology (form 04) also from the application's own table. */
  PROMISE_MOVED;

  /** Whether somebody can be urged because of it: what is done is done. */
  public boolean canBeUrged() {
    return this != SECOND_REQUEST && this != PROMISE_MOVED;
  }

  /** Whether it is told at once where it is about work of the same day. */
  boolean isToldAtOnce() {
    return this == OVERDUE || this == STEP_OVERDUE || this == DUE_SOON;
  }

  /** The names, the most pressing first. */
  static List<String> names() {
    return Stream.of(values()).map(Enum::name).toList();
  }
}
