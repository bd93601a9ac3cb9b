package vn.motcua.portal;

import jakarta.ejb.ApplicationException;
import vn.motcua.failure.DeclaredFailure;

/** Why nothing is shown to the public. */
@ApplicationException(rollback = false)
public abstract sealed class PortalFailure extends DeclaredFailure {

  private static final long serialVersionUID = 1L;

  private PortalFailure(String code, int httpStatus) {
    super(code, httpStatus);
  }

  /** No dossier has this token. */
  public static final class Unknown extends PortalFailure {
    public Unknown() {
      super("portal.unknown", 404);
    }
  }
}
