package vn.motcua.notice;

import java.time.Instant;

/**
 * A notice on record (thông báo).
 *
 * @param dossier its code
 * @param step name of the step; empty where the dossier as a whole is meant
 * @param login who has the step; empty where nobody has it, and for the applicant
 * @param unit name of the body whose officers are told; empty for the applicant
 */
public record Notice(
    long id,
    String dossier,
    Audience audience,
    Kind kind,
    String unit,
    String login,
    String step,
    Instant oldMoment,
    Instant newMoment,
    String reason,
    Instant at) {

  /** Who is told. */
  public enum Audience {
    /** Người nộp hồ sơ: on the tracking page. */
    APPLICANT,
    /** Cán bộ đang giữ hồ sơ: on the dossier's page. */
    OFFICER
  }

  /** What is told. */
  public enum Kind {
    /** Đổi ngày hẹn trả kết quả. */
    DUE_MOVED,
    /** Đổi hạn của bước đang làm. */
    STEP_MOVED
  }
}
