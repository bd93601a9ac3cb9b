package vn.motcua.deadlines;

import jakarta.ejb.ApplicationException;
import vn.motcua.failure.DeclaredFailure;

/** Why nobody was urged. Nothing was written. */
@ApplicationException(rollback = true)
public abstract sealed class DeadlineFailure extends DeclaredFailure {

  private static final long serialVersionUID = 1L;

  private DeadlineFailure(String code, int httpStatus, Object... arguments) {
    super(code, httpStatus, arguments);
  }

  /** What was to be urged for does not hold any more. */
  public static final class Gone extends DeadlineFailure {
    public Gone(String code) {
      super("deadlines.gone", 409, code);
    }
  }

  /** Somebody urged a short while ago. */
  public static final class UrgedBefore extends DeadlineFailure {
    public UrgedBefore(String code, String moment) {
      super("deadlines.urged-before", 409, code, moment);
    }
  }

  /** Of such a kind nobody can be urged. */
  public static final class Unknown extends DeadlineFailure {
    public Unknown() {
      super("deadlines.unknown", 422);
    }
  }
}
