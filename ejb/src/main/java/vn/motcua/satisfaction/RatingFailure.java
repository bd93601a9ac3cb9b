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
}
