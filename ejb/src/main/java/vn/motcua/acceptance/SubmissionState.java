package vn.motcua.acceptance;

/** Where a submission stands. */
public enum SubmissionState {
  /** Chờ tiếp nhận. */
  WAITING,
  /** Đã yêu cầu chỉnh sửa: the applicant's turn, no clock runs. */
  EDIT_ASKED,
  /** Đã tiếp nhận: it is a dossier now. */
  ACCEPTED,
  /** Từ chối tiếp nhận. */
  REFUSED
}
