package vn.motcua.deadlines;

import java.util.List;
import java.util.stream.Stream;

/**
 * What somebody must be told of: the one list of kinds, the most pressing first. Those of the
 * stream have the names that the stream writes.
 */
public enum AlertKind {
  /** Quá hạn. */
  OVERDUE(Source.STREAM),
  /** Quá hạn bước xử lý: the limit of the present step, out of the table of steps. */
  STEP_OVERDUE(Source.APPLICATION),
  /** Chờ tiếp nhận quá hạn: not accepted within 8 working hours. */
  ACCEPTANCE(Source.APPLICATION),
  /** Phản ánh, kiến nghị quá hạn. */
  FEEDBACK(Source.APPLICATION),
  /** Sắp đến hạn. */
  DUE_SOON(Source.STREAM),
  /** Chưa xử lý quá N giờ. */
  UNTOUCHED(Source.STREAM),
  /** Yêu cầu bổ sung lần hai. */
  SECOND_REQUEST(Source.STREAM),
  /** Đổi hẹn trả. From the stream; with an apology (form 04) from the application. */
  PROMISE_MOVED(Source.STREAM);

  private final Source source;

  AlertKind(Source source) {
    this.source = source;
  }

  /** Who notices it. */
  public enum Source {
    /** The deadline watch of the job, at most two seconds after the moment. */
    STREAM,
    /** The application, out of its tables, whenever somebody looks. */
    APPLICATION
  }

  public Source source() {
    return source;
  }

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
