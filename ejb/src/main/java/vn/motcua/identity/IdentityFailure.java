package vn.motcua.identity;

import jakarta.ejb.ApplicationException;
import vn.motcua.failure.DeclaredFailure;

/** Why something about accounts was refused. Nothing was written. */
@ApplicationException(rollback = false)
public abstract sealed class IdentityFailure extends DeclaredFailure {

  private IdentityFailure(String code, int httpStatus) {
    super(code, httpStatus);
  }

  /** The system does not run as a demo: it has no demo accounts. */
  public static final class NoDemo extends IdentityFailure {
    public NoDemo() {
      super("identity.no-demo", 404);
    }
  }

  /** Demo passwords are shown on the machine itself only. */
  public static final class NotThisMachine extends IdentityFailure {
    public NotThisMachine() {
      super("identity.not-this-machine", 403);
    }
  }
}
