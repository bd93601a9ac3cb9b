package vn.motcua.feedback;

/** What it is about (NĐ 20/2008). */
public enum FeedbackClass {
  /** Hành vi: delay, nuisance, wrong conduct of officials. */
  CONDUCT,
  /** Quy định: a rule within the own authority. */
  REGULATION,
  /** Ngoài thẩm quyền: handed on. */
  OUTSIDE
}
