package vn.motcua.analytics.job.watch;

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
  PROMISE_MOVED
}
