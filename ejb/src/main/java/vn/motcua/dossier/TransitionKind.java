package vn.motcua.dossier;

/** What a row of a dossier's history says. */
public enum TransitionKind {
  RECEIVED,
  STEP,
  PAUSED,
  RESUMED,
  DUE_MOVED,
  FINISHED,
  CLOSED,
  REOPENED,
  VOIDED,
  REATTRIBUTED,
  CORRECTED,
  RETURNED,
  OBSERVED,
  SUPPLEMENT_REQUESTED,
  RATED
}
