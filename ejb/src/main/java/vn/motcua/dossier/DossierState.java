package vn.motcua.dossier;

/** Where an accepted dossier stands (trạng thái hồ sơ). */
public enum DossierState {
  /** Being processed (đang giải quyết). */
  OPEN,
  /** Waiting for something outside the agency (tạm dừng). */
  PAUSED,
  /** The signed result is at the one-stop (đã có kết quả). */
  FINISHED,
  /** Ended without a result: withdrawn, stopped, returned, no supplement (dừng giải quyết). */
  CLOSED,
  /** Entered in error or converted (hủy). */
  VOIDED;

  /** Still to be resolved. */
  public boolean open() {
    return this == OPEN || this == PAUSED;
  }
}
