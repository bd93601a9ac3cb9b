package vn.motcua.outage;

import jakarta.ejb.ApplicationException;
import vn.motcua.failure.DeclaredFailure;

/** Why something about an outage was refused. Nothing was written. */
@ApplicationException(rollback = true)
public abstract sealed class OutageFailure extends DeclaredFailure {

  private static final long serialVersionUID = 1L;

  private OutageFailure(String code, int httpStatus, Object... arguments) {
    super(code, httpStatus, arguments);
  }

  /** The window or the block cannot be as it was typed. */
  public static final class Invalid extends OutageFailure {
    private static final long serialVersionUID = 1L;

    public Invalid(String what) {
      super("outage.invalid." + what, 422);
    }
  }

  /** The moment lies in no declared window of the branch. */
  public static final class OutsideWindow extends OutageFailure {
    private static final long serialVersionUID = 1L;

    public OutsideWindow(String moment) {
      super("outage.outside-window", 422, moment);
    }
  }

  /** The code was not reserved for this branch and day. */
  public static final class NotReserved extends OutageFailure {
    private static final long serialVersionUID = 1L;

    public NotReserved(String code, String day) {
      super("outage.not-reserved", 422, code, day);
    }
  }

  /** Somebody has entered it already. */
  public static final class AlreadyEntered extends OutageFailure {
    private static final long serialVersionUID = 1L;

    public AlreadyEntered(String code, String who, String at) {
      super("outage.already-entered", 409, code, who, at);
    }
  }
}
