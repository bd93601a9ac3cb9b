package vn.motcua.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A statement held against what was taken (đối soát).
 *
 * @param differences the open ones first
 */
public record Reconciliation(
    long id,
    String fileName,
    String beneficiary,
    LocalDate from,
    LocalDate to,
    Instant uploadedAt,
    int lines,
    int matched,
    long matchedAmount,
    List<Difference> differences) {

  public Reconciliation {
    differences = List.copyOf(differences);
  }

  /** What does not agree. */
  public enum Kind {
    /** The bank has another amount than we. */
    AMOUNT_DIFFERS,
    /** The same request was paid once more. */
    DOUBLE,
    /** The bank has money for a request that nobody marked as paid here. */
    MISSING_HERE,
    /** Money without a reference of ours. */
    UNKNOWN_REFERENCE,
    /** We took a transfer that the bank does not know. */
    MISSING_IN_BANK
  }

  /**
   * @param line in the file; null for what the bank does not have
   * @param ours in đồng; null: nothing
   * @param bank in đồng; null: nothing
   */
  public record Difference(
      long id,
      Kind kind,
      Integer line,
      String reference,
      String dossierCode,
      Long ours,
      Long bank,
      Instant resolvedAt,
      String resolvedBy,
      String note) {}
}
