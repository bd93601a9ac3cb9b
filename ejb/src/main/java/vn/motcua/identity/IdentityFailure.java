package vn.motcua.identity;

import jakarta.ejb.ApplicationException;
import java.util.Locale;
import vn.motcua.failure.CodedFailure;
import vn.motcua.failure.MessageText;

/** Why something about accounts was refused. Nothing was written. */
@ApplicationException(rollback = false)
public abstract sealed class IdentityFailure extends RuntimeException implements CodedFailure {

  private final String code;
  private final int httpStatus;

  private IdentityFailure(String code, int httpStatus) {
    super(code);
    this.code = code;
    this.httpStatus = httpStatus;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public int httpStatus() {
    return httpStatus;
  }

  @Override
  public String message(Locale locale) {
    return MessageText.of(IdentityFailure.class, locale, code);
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
