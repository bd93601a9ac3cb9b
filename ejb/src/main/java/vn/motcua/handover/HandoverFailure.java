package vn.motcua.handover;

import jakarta.ejb.ApplicationException;
import vn.motcua.failure.DeclaredFailure;

/** Why something with a slip or a list was refused. Nothing was written. */
@ApplicationException(rollback = true)
public abstract sealed class HandoverFailure extends DeclaredFailure {

  private static final long serialVersionUID = 1L;

  private HandoverFailure(String code, int httpStatus, Object... arguments) {
    super(code, httpStatus, arguments);
  }

  /** There is no such slip, or it is another body's. */
  public static final class UnknownSlip extends HandoverFailure {
    private static final long serialVersionUID = 1L;

    public UnknownSlip() {
      super("handover.slip-unknown", 404);
    }
  }

  /** No dossier has the scanned code. */
  public static final class UnknownCode extends HandoverFailure {
    private static final long serialVersionUID = 1L;

    public UnknownCode(String code) {
      super("handover.code-unknown", 404, code);
    }
  }

  /** The dossier goes elsewhere than the slip. */
  public static final class OtherBody extends HandoverFailure {
    private static final long serialVersionUID = 1L;

    public OtherBody(String code, String body) {
      super("handover.other-body", 422, code, body);
    }
  }

  /** Somebody scanned it for another slip that is not received yet. */
  public static final class OnAnotherSlip extends HandoverFailure {
    private static final long serialVersionUID = 1L;

    public OnAnotherSlip(String code, String slip, String who, String at) {
      super("handover.on-another-slip", 409, code, slip, who, at);
    }
  }

  /** The slip is not in the state that this needs. */
  public static final class NotNow extends HandoverFailure {
    private static final long serialVersionUID = 1L;

    public NotNow(String what, String slip) {
      super("handover.not-now." + what, 409, slip);
    }
  }

  /** Something is missing that this needs. */
  public static final class Missing extends HandoverFailure {
    private static final long serialVersionUID = 1L;

    public Missing(String what) {
      super("handover.missing." + what, 422);
    }
  }
}
