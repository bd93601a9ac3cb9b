package vn.motcua.ministry;

/** What became of a status that was told. */
public enum StatusVerdict {
  /** It is a step of the dossier's history. */
  APPLIED,
  /** What comes before it has not been told yet. */
  WAITING,
  /** What happened later is on record, or the dossier is ended: nothing was changed. */
  TOO_LATE,
  /** Nobody has said yet what the word means: kept, nothing was changed. */
  UNKNOWN,
  /** The word is known and means nothing here. */
  NOTED
}
