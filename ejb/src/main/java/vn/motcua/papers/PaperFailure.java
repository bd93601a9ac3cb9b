package vn.motcua.papers;

import jakarta.ejb.ApplicationException;
import vn.motcua.failure.DeclaredFailure;

/** Why something with a paper was refused. Nothing was written. */
@ApplicationException(rollback = true)
public abstract sealed class PaperFailure extends DeclaredFailure {

  private static final long serialVersionUID = 1L;

  private PaperFailure(String code, int httpStatus, Object... arguments) {
    super(code, httpStatus, arguments);
  }

  /** There is no such dossier or paper, or it is another body's. */
  public static final class Unknown extends PaperFailure {
    private static final long serialVersionUID = 1L;

    public Unknown() {
      super("papers.unknown", 404);
    }
  }

  /** Somebody else changed the paper since the page was shown. */
  public static final class MovedOn extends PaperFailure {
    private static final long serialVersionUID = 1L;

    public MovedOn(String paper) {
      super("papers.moved-on", 409, paper);
    }
  }

  /** The metadata lack something, or cannot be. */
  public static final class Missing extends PaperFailure {
    private static final long serialVersionUID = 1L;

    public Missing(String what) {
      super("papers.missing." + what, 422);
    }
  }

  /** It cannot be done with a paper in this state. */
  public static final class NotNow extends PaperFailure {
    private static final long serialVersionUID = 1L;

    public NotNow(String what, String paper) {
      super("papers.not-now." + what, 409, paper);
    }
  }

  /** What is to be reused is not the same person's, or no longer valid. */
  public static final class NotReusable extends PaperFailure {
    private static final long serialVersionUID = 1L;

    public NotReusable() {
      super("papers.not-reusable", 422);
    }
  }
}
