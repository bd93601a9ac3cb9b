package vn.motcua.reception;

import jakarta.ejb.ApplicationException;
import java.util.List;
import vn.motcua.failure.DeclaredFailure;

/** Why the counter refused. Nothing was written. */
@ApplicationException(rollback = true)
public abstract sealed class IntakeFailure extends DeclaredFailure {

  private static final long serialVersionUID = 1L;

  private IntakeFailure(String code, int httpStatus, Object... arguments) {
    super(code, httpStatus, arguments);
  }

  /** The visit cannot be received as it was typed. */
  public static final class Refused extends IntakeFailure {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    public Refused(List<Finding> findings) {
      // Beyond the message's one place, for the log: where and what, nothing that was typed.
      super(
          "reception.refused",
          422,
          String.valueOf(findings.size()),
          findings.stream().map(finding -> finding.path() + " " + finding.code()).toList());
      this.findings = List.copyOf(findings);
    }

    /** All that is wrong, in the order of the form; never empty. */
    public List<Finding> findings() {
      return findings == null ? List.of() : findings;
    }
  }

  /** There is no such visit, or it is another branch's. */
  public static final class UnknownVisit extends IntakeFailure {
    private static final long serialVersionUID = 1L;

    public UnknownVisit(long id) {
      super("reception.visit-unknown", 404, String.valueOf(id));
    }
  }

  /** There is no such draft of this account. */
  public static final class UnknownDraft extends IntakeFailure {
    private static final long serialVersionUID = 1L;

    public UnknownDraft() {
      super("reception.draft-unknown", 404);
    }
  }

  /** A file that is not taken. */
  public static final class BadFile extends IntakeFailure {
    private static final long serialVersionUID = 1L;

    public BadFile(String what, Object... arguments) {
      super("reception.file-" + what, 422, arguments);
    }
  }

  /** There is no such file, or it is not to be seen by this account. */
  public static final class UnknownFile extends IntakeFailure {
    private static final long serialVersionUID = 1L;

    public UnknownFile() {
      super("reception.file-unknown", 404);
    }
  }

  /** A correction without a reason or without a change. */
  public static final class BadCorrection extends IntakeFailure {
    private static final long serialVersionUID = 1L;

    public BadCorrection(String what) {
      super("reception.correction-" + what, 422);
    }
  }

  /** Somebody else corrected the receipt meanwhile. */
  public static final class ReceiptChanged extends IntakeFailure {
    private static final long serialVersionUID = 1L;

    public ReceiptChanged(int version) {
      super("reception.receipt-changed", 409, String.valueOf(version));
    }
  }
}
