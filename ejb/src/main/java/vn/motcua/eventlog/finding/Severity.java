package vn.motcua.eventlog.finding;

/** What a finding means for the thing it is about. */
public enum Severity {
  /** The event is left out (sự kiện bị loại); its case may go on without it. */
  EVENT_REFUSED,
  /** The case is left out with all its events (hồ sơ bị loại). */
  CASE_REFUSED,
  /** Taken, with a remark (cảnh báo). */
  WARNING
}
