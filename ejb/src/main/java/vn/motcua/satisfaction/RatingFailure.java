package vn.motcua.satisfaction;

import jakarta.ejb.ApplicationException;
import vn.motcua.failure.DeclaredFailure;

/** Why a rating was not taken. Nothing was written. */
@ApplicationException(rollback = true)
public abstract sealed class RatingFailure extends DeclaredFailure {

  private static final long serialVersionUID = 1L;

  private RatingFailure(String code, int httpStatus) {
    super(code, httpStatus);
  }

  /** No invitation has this token, or it ran out: the two are not told apart. */
  public static final class Unknown extends RatingFailure {
    public Unknown() {
      super("rating.unknown", 404);
    }
  }

  /** The dossier was rated. */
  public static final class AlreadyGiven extends RatingFailure {
    public AlreadyGiven() {
      super("rating.already-given", 409);
    }
  }

  /** No element was rated, or one with something else than 1 to 5. */
  public static final class Incomplete extends RatingFailure {
    public Incomplete() {
      super("rating.incomplete", 422);
    }
  }

  /** An outcome or a reason is missing. */
  public static final class Missing extends RatingFailure {
    public Missing() {
      super("rating.missing", 422);
    }
  }

  /** It was closed, contested or decided before. */
  public static final class WrongState extends RatingFailure {
    public WrongState() {
      super("rating.wrong-state", 409);
    }
  }

  /** Who decides a contest is of the body that was rated, or contested it himself. */
  public static final class OwnMatter extends RatingFailure {
    public OwnMatter() {
      super("rating.own-matter", 403);
    }
  }
}
