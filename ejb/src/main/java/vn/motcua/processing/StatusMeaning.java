package vn.motcua.processing;

/**
 * What a status of a ministry's own software (trạng thái trên phần mềm của bộ, ngành) means to us.
 */
public enum StatusMeaning {
  /** They have it and work on it (đã nhận, đang giải quyết). */
  RECEIVED,
  /** They have asked the applicant for more (yêu cầu bổ sung). */
  SUPPLEMENT_REQUESTED,
  /** The applicant has answered (đã bổ sung). */
  SUPPLEMENTED,
  /** The signed result is there (có kết quả). */
  RESULT_READY,
  /** The result is a refusal (từ chối giải quyết). */
  REFUSED,
  /** The result is in the applicant's hands (đã trả kết quả). */
  RETURNED,
  /** The applicant took it back (rút hồ sơ). */
  WITHDRAWN
}
