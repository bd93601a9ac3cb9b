package vn.motcua.deadlines;

/** Up to whom an alert has come (cấp được báo). */
public enum Level {
  /** Who holds the step. */
  OFFICER,
  /** Trưởng bộ phận. */
  HEAD,
  /** Giám đốc chi nhánh. */
  BRANCH_DIRECTOR,
  /** Trung tâm. */
  CENTRE
}
