package vn.motcua.analytics.job.watch;

import vn.motcua.events.TermKind;

/** What an alert is about. Names are stored; ordinals travel within the job. Append only. */
public enum AlertKind {
  /** Sắp đến hạn: little of the limit is left. Over once the dossier is overdue. */
  DUE_SOON,
  /** Quá hạn. Over once the dossier ends. */
  OVERDUE,
  /** Chưa xử lý quá N giờ: nobody did anything with it for too long. */
  UNTOUCHED,
  /** Yêu cầu bổ sung lần hai: the second request of an episode. Stays until the dossier ends. */
  SECOND_REQUEST,
  /**
   * Đổi hạn: the due moment, and with it what was promised, moved. Stays until the dossier ends.
   */
  PROMISE_MOVED,
  /** Quá hạn bước xử lý: the limit of a step that is not done. */
  STEP_OVERDUE,
  /** Chờ tiếp nhận quá hạn: a submission that nobody decided in time. */
  ACCEPTANCE,
  /** Phản ánh, kiến nghị quá hạn. */
  FEEDBACK;

  /** What a term that has passed is told as. */
  static AlertKind of(TermKind kind) {
    return switch (kind) {
      case STEP -> STEP_OVERDUE;
      case ACCEPTANCE -> ACCEPTANCE;
      case FEEDBACK -> FEEDBACK;
    };
  }
}
