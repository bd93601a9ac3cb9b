package vn.motcua.payment;

import java.time.Instant;
import java.util.List;

/**
 * What is owed and paid for a dossier.
 *
 * @param revision of the assessment; 0: nothing was assessed
 * @param freeBasis the provision by which nothing is owed; empty: the lines say what is
 * @param proposals from the catalogue, where nothing was assessed yet
 */
public record PaymentFile(
    long dossierId,
    String code,
    String procedure,
    int branchId,
    int revision,
    String freeBasis,
    List<FeeProposal> proposals,
    List<Line> lines,
    List<Request> requests,
    List<Receipt> receipts,
    List<Refund> refunds) {

  public PaymentFile {
    proposals = List.copyOf(proposals);
    lines = List.copyOf(lines);
    requests = List.copyOf(requests);
    receipts = List.copyOf(receipts);
    refunds = List.copyOf(refunds);
  }

  /** What is still to be paid, in đồng. */
  public long outstanding() {
    return requests.stream()
        .filter(request -> request.paymentId() == null)
        .mapToLong(Request::amount)
        .sum();
  }

  public boolean assessed() {
    return revision > 0;
  }

  /** A fee as it was assessed; see {@link FeeEntry}. */
  public record Line(
      FeeKind kind,
      String name,
      long amount,
      String legalBasis,
      String beneficiary,
      long relief,
      String reliefReason,
      String reliefBasis) {}

  /**
   * What goes to one beneficiary.
   *
   * @param reference the transfer's purpose
   * @param qr text of the VietQR code
   * @param trial there is no real account: nobody may transfer
   * @param paymentId null: not paid
   * @param confirmed a transfer was found in a bank statement
   */
  public record Request(
      long id,
      String beneficiary,
      long amount,
      String reference,
      String qr,
      boolean trial,
      Long paymentId,
      PaymentMethod method,
      String counter,
      Instant takenAt,
      boolean confirmed) {}

  /** A receipt of any state. */
  public record Receipt(
      long id,
      String symbol,
      int number,
      long paymentId,
      long amount,
      String payerName,
      Instant issuedAt,
      ReceiptState state,
      String reason) {}

  /** Money given back, or asked to be. */
  public record Refund(
      long id,
      long paymentId,
      long amount,
      String reason,
      RefundState state,
      String requestedBy,
      String decidedBy,
      String note) {}

  /** Where a receipt stands. */
  public enum ReceiptState {
    ISSUED,
    REPLACED,
    CANCELLED
  }

  /** Where a refund stands. */
  public enum RefundState {
    REQUESTED,
    APPROVED,
    REJECTED,
    PAID
  }
}
