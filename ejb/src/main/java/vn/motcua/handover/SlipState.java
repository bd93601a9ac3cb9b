package vn.motcua.handover;

/** Where a slip stands. */
public enum SlipState {
  /** Being scanned. */
  OPEN,
  /** On its way, signed by who gives. */
  SENT,
  /** Received line by line. */
  RECEIVED
}
