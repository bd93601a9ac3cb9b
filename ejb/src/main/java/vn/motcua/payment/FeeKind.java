package vn.motcua.payment;

/** What is taken (Luật Phí và lệ phí 2015). */
public enum FeeKind {
  /** Phí: pays for a service. */
  FEE,
  /** Lệ phí: a charge of the state. */
  CHARGE
}
