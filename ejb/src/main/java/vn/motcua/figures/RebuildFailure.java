package vn.motcua.figures;

import jakarta.ejb.ApplicationException;
import vn.motcua.failure.DeclaredFailure;

/** Why a rebuild was not begun or ended. Nothing was changed. */
@ApplicationException(rollback = true)
public abstract sealed class RebuildFailure extends DeclaredFailure {

  private static final long serialVersionUID = 1L;

  private RebuildFailure(String code, int httpStatus, Object... arguments) {
    super(code, httpStatus, arguments);
  }

  /** One is running already. */
  public static final class Running extends RebuildFailure {
    private static final long serialVersionUID = 1L;

    public Running() {
      super("figures.rebuild.running", 409);
    }
  }

  /** There is no such rebuild, or it has ended. */
  public static final class NotRunning extends RebuildFailure {
    private static final long serialVersionUID = 1L;

    public NotRunning(long id) {
      super("figures.rebuild.not-running", 409, String.valueOf(id));
    }
  }

  /** It does not wait for a yes: not compared yet, or ended. */
  public static final class NotAgreed extends RebuildFailure {
    private static final long serialVersionUID = 1L;

    public NotAgreed(long id) {
      super("figures.rebuild.not-agreed", 409, String.valueOf(id));
    }
  }

  /** Nobody said why. */
  public static final class NoReason extends RebuildFailure {
    private static final long serialVersionUID = 1L;

    public NoReason(int longest) {
      super("figures.rebuild.no-reason", 422, longest);
    }
  }
}
