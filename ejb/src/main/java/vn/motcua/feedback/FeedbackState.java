package vn.motcua.feedback;

/** Where it stands. */
public enum FeedbackState {
  /** Waits for its conditions to be checked and its class. */
  NEW,
  /** The sender was asked for what is missing. */
  SUPPLEMENT,
  /** Conditions not met. */
  REFUSED,
  /** Handed to the body that is competent. */
  FORWARDED,
  /** Somebody decides. */
  ASSIGNED,
  ANSWERED,
  PUBLISHED
}
