package vn.motcua.eventlog.store;

/** Where an import stands (trạng thái nhập nhật ký). */
public enum ImportStatus {
  /** The file is here and waits for its turn. */
  RECEIVED,
  /** Being read into staging rows. */
  PARSING,
  /** Staging rows are being made into cases. */
  CHECKING,
  /** Cases are being written as dossiers; can no longer be cancelled. */
  PUBLISHING,
  /** Done; the dataset's figures are served. */
  ACTIVE,
  /** Refused as a whole; nothing of it is visible. */
  FAILED,
  CANCELLED;

  public boolean ended() {
    return this == ACTIVE || this == FAILED || this == CANCELLED;
  }
}
