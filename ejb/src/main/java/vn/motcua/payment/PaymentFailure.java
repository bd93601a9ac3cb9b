package vn.motcua.payment;

import jakarta.ejb.ApplicationException;
import java.time.LocalDate;
import vn.motcua.failure.DeclaredFailure;

/** Why something about money was refused. Nothing was written. */
@ApplicationException(rollback = true)
public abstract sealed class PaymentFailure extends DeclaredFailure {

  private static final long serialVersionUID = 1L;

  private PaymentFailure(String code, int httpStatus, Object... arguments) {
    super(code, httpStatus, arguments);
  }

  /** There is nothing under this code or number. */
  public static final class Unknown extends PaymentFailure {
    public Unknown(Object what) {
      super("payment.unknown", 404, String.valueOf(what));
    }
  }

  /** A line has no kind or no name. */
  public static final class LineIncomplete extends PaymentFailure {
    public LineIncomplete() {
      super("payment.line-incomplete", 422);
    }
  }

  /** Amount or legal basis is missing: unknown is never free. */
  public static final class AmountUnknown extends PaymentFailure {
    public AmountUnknown(String line) {
      super("payment.amount-unknown", 422, line);
    }
  }

  /** Below 0, above what may be, or a relief above the amount. */
  public static final class BadAmount extends PaymentFailure {
    public BadAmount(String line, long amount) {
      super("payment.bad-amount", 422, line, amount);
    }
  }

  /** 0 đồng, and no provision named that says so. */
  public static final class FreeNotStated extends PaymentFailure {
    public FreeNotStated(String line) {
      super("payment.free-not-stated", 422, line);
    }
  }

  /** An exemption or reduction has no reason or no legal basis. */
  public static final class ReliefWithoutReason extends PaymentFailure {
    public ReliefWithoutReason(String line) {
      super("payment.relief-without-reason", 422, line);
    }
  }

  /** Something is paid: it is given back first, or the receipt cancelled. */
  public static final class AlreadyPaid extends PaymentFailure {
    public AlreadyPaid() {
      super("payment.already-paid", 409);
    }
  }

  /** The request was replaced by a later assessment. */
  public static final class RequestOver extends PaymentFailure {
    public RequestOver() {
      super("payment.request-over", 409);
    }
  }

  /** The beneficiary is not known or not in force on the day. */
  public static final class UnknownBeneficiary extends PaymentFailure {
    public UnknownBeneficiary() {
      super("payment.unknown-beneficiary", 422);
    }
  }

  /** The provision is on record and not in force on the day. */
  public static final class BasisOver extends PaymentFailure {
    public BasisOver(String citation, LocalDate day) {
      super("payment.basis-over", 422, citation, "%1$td/%1$tm/%1$tY".formatted(day));
    }
  }

  /** A reason, a counter or a payer's name is missing. */
  public static final class Missing extends PaymentFailure {
    public Missing(String entry) {
      super("payment.missing." + entry, 422);
    }
  }

  /** The counter's day is closed: it takes and gives no cash any more. */
  public static final class DayClosed extends PaymentFailure {
    public DayClosed(String counter, LocalDate day) {
      super("payment.day-closed", 409, counter, "%1$td/%1$tm/%1$tY".formatted(day));
    }
  }

  /** The receipt is replaced or cancelled already. */
  public static final class ReceiptOver extends PaymentFailure {
    public ReceiptOver() {
      super("payment.receipt-over", 409);
    }
  }

  /** More than is left of the payment. */
  public static final class RefundTooLarge extends PaymentFailure {
    public RefundTooLarge(long left) {
      super("payment.refund-too-large", 422, left);
    }
  }

  /** Who asked for a refund may not decide it. */
  public static final class SamePerson extends PaymentFailure {
    public SamePerson() {
      super("payment.same-person", 403);
    }
  }

  /** The refund was decided or paid meanwhile, or not approved yet. */
  public static final class RefundState extends PaymentFailure {
    public RefundState() {
      super("payment.refund-state", 409);
    }
  }

  /** A closing's figures differ and no reason is given. */
  public static final class DifferenceUnexplained extends PaymentFailure {
    public DifferenceUnexplained() {
      super("payment.difference-unexplained", 422);
    }
  }

  /** The same statement file was read before. */
  public static final class StatementKnown extends PaymentFailure {
    public StatementKnown(String fileName) {
      super("payment.statement-known", 409, fileName);
    }
  }

  /** The statement cannot be read; nothing of it was taken. */
  public static final class StatementUnreadable extends PaymentFailure {
    public StatementUnreadable(long line, String column) {
      super("payment.statement-unreadable", 422, line, column);
    }
  }

  /** The statement is larger, or has more lines, than may be. */
  public static final class StatementTooLarge extends PaymentFailure {
    public StatementTooLarge(long bytes, int lines) {
      super("payment.statement-too-large", 413, bytes, lines);
    }
  }

  /** The difference was resolved already. */
  public static final class AlreadyResolved extends PaymentFailure {
    public AlreadyResolved() {
      super("payment.already-resolved", 409);
    }
  }
}
