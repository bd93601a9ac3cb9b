package vn.motcua.payment;

import vn.motcua.database.StoredText;

/**
 * One fee or charge of a dossier, as the clerk states it.
 *
 * @param kind phí or lệ phí; null: not said, which is refused
 * @param amount in đồng before relief; null: not known, which is refused and never taken for 0
 * @param freeStated a provision says that it costs nothing; only then may the amount be 0
 * @param legalBasis the provision that sets the amount
 * @param beneficiaryId whom it is for
 * @param relief the part that is not taken (miễn, giảm), in đồng
 * @param reliefReason who and why; needed with a relief
 * @param reliefBasis the provision that allows it; needed with a relief
 */
public record FeeEntry(
    FeeKind kind,
    String name,
    Long amount,
    boolean freeStated,
    String legalBasis,
    int beneficiaryId,
    long relief,
    String reliefReason,
    String reliefBasis) {

  /** No single fee comes near it; guards against a slip of the keyboard and against overflow. */
  static final long LARGEST = 1_000_000_000_000L;

  public FeeEntry {
    name = StoredText.line(name);
    legalBasis = StoredText.line(legalBasis);
    reliefReason = StoredText.line(reliefReason);
    reliefBasis = StoredText.line(reliefBasis);
  }

  /** What is to be paid, in đồng. */
  public long owed() {
    return amount - relief;
  }

  /**
   * @throws PaymentFailure of the kind that names what is missing
   */
  void check() {
    if (kind == null || name.isEmpty()) {
      throw new PaymentFailure.LineIncomplete();
    }
    if (amount == null || legalBasis.isEmpty()) {
      throw new PaymentFailure.AmountUnknown(name);
    }
    if (amount < 0 || amount > LARGEST) {
      throw new PaymentFailure.BadAmount(name, amount);
    }
    if (amount == 0 && !freeStated) {
      throw new PaymentFailure.FreeNotStated(name);
    }
    if (relief < 0 || relief > amount) {
      throw new PaymentFailure.BadAmount(name, relief);
    }
    if (relief > 0 && (reliefReason.isEmpty() || reliefBasis.isEmpty())) {
      throw new PaymentFailure.ReliefWithoutReason(name);
    }
  }
}
