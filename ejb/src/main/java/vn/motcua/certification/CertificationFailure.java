package vn.motcua.certification;

import jakarta.ejb.ApplicationException;
import vn.motcua.failure.DeclaredFailure;

/** Why nothing was certified. Nothing was written. */
@ApplicationException(rollback = true)
public abstract sealed class CertificationFailure extends DeclaredFailure {

  private static final long serialVersionUID = 1L;

  private CertificationFailure(String code, int httpStatus, Object... arguments) {
    super(code, httpStatus, arguments);
  }

  /** Something on the sheet is missing, or cannot be. */
  public static final class Invalid extends CertificationFailure {
    private static final long serialVersionUID = 1L;

    public Invalid(String what) {
      super("certification.invalid." + what, 422);
    }
  }
}
