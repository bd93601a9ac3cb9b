package vn.motcua.dossier;

import jakarta.ejb.ApplicationException;
import vn.motcua.failure.DeclaredFailure;

/** Why a change of a dossier was refused. Nothing was written. */
@ApplicationException(rollback = true)
public abstract sealed class DossierFailure extends DeclaredFailure {

  private DossierFailure(String code, int httpStatus, Object... arguments) {
    super(code, httpStatus, arguments);
  }

  /** There is no such dossier. */
  public static final class Unknown extends DossierFailure {
    public Unknown(long id) {
      super("dossier.unknown", 404, String.valueOf(id));
    }
  }

  /** The dossier's state does not allow this step. */
  public static final class NotAllowed extends DossierFailure {
    public NotAllowed(String dossierCode, DossierState state, TransitionKind step) {
      super("dossier.not-allowed", 409, dossierCode, state, step);
    }
  }

  /** A moment lies before the receipt or the former step, or a due moment is missing. */
  public static final class Invalid extends DossierFailure {
    public Invalid(String dossierCode, String what) {
      super("dossier.invalid." + what, 422, dossierCode);
    }
  }
}
