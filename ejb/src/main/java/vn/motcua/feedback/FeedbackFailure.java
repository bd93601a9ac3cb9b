package vn.motcua.feedback;

import jakarta.ejb.ApplicationException;
import vn.motcua.failure.DeclaredFailure;

/** Why something about feedback was refused. Nothing was written. */
@ApplicationException(rollback = true)
public abstract sealed class FeedbackFailure extends DeclaredFailure {

  private static final long serialVersionUID = 1L;

  private FeedbackFailure(String code, int httpStatus, Object... arguments) {
    super(code, httpStatus, arguments);
  }

  /** There is none under this number or token. */
  public static final class Unknown extends FeedbackFailure {
    public Unknown() {
      super("feedback.unknown", 404);
    }
  }

  /** Something that must be said is missing. */
  public static final class Missing extends FeedbackFailure {
    public Missing(String entry) {
      super("feedback.missing." + entry, 422);
    }
  }

  /** The dossier named is none of ours. */
  public static final class UnknownDossier extends FeedbackFailure {
    public UnknownDossier(String code) {
      super("feedback.unknown-dossier", 422, code);
    }
  }

  /** It is not at this step any more, or not yet. */
  public static final class WrongState extends FeedbackFailure {
    public WrongState() {
      super("feedback.wrong-state", 409);
    }
  }

  /** Who is judged would judge. */
  public static final class JudgeIsJudged extends FeedbackFailure {
    public JudgeIsJudged() {
      super("feedback.judge-is-judged", 422);
    }
  }

  /** It was reopened once. */
  public static final class ReopenedBefore extends FeedbackFailure {
    public ReopenedBefore() {
      super("feedback.reopened-before", 409);
    }
  }

  /** The text to publish still names somebody. */
  public static final class StillNames extends FeedbackFailure {
    public StillNames(String part) {
      super("feedback.still-names", 422, part);
    }
  }
}
