package vn.motcua.identity;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.Set;
import vn.motcua.failure.DeclaredFailure;

/** Why something about accounts was refused. Nothing was written. */
@ApplicationException(rollback = false)
public abstract sealed class IdentityFailure extends DeclaredFailure {

  private IdentityFailure(String code, int httpStatus, Object... arguments) {
    super(code, httpStatus, arguments);
  }

  /** Nobody is signed in, or the account was switched off meanwhile. */
  @ApplicationException(rollback = true)
  public static final class NotSignedIn extends IdentityFailure {
    public NotSignedIn() {
      super("identity.not-signed-in", 401);
    }
  }

  /** The account has none of the roles that this needs. */
  @ApplicationException(rollback = true)
  public static final class NotAllowed extends IdentityFailure {
    public NotAllowed(Set<Role> anyOf) {
      super("identity.not-allowed", 403, List.copyOf(anyOf));
    }
  }

  /** Post staff guide, receive and return; this is for others (NĐ 118/2025 Đ11). */
  @ApplicationException(rollback = true)
  public static final class NotForPostStaff extends IdentityFailure {
    public NotForPostStaff() {
      super("identity.not-for-post-staff", 403);
    }
  }

  /** What was asked for belongs to a body outside the account's scope. */
  @ApplicationException(rollback = true)
  public static final class OutOfScope extends IdentityFailure {
    public OutOfScope() {
      super("identity.out-of-scope", 403);
    }
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
