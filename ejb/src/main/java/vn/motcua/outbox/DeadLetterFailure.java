package vn.motcua.outbox;

import jakarta.ejb.ApplicationException;
import vn.motcua.failure.DeclaredFailure;

/** Why a record that was set aside cannot be sent once more. Nothing was asked for. */
@ApplicationException(rollback = true)
public abstract sealed class DeadLetterFailure extends DeclaredFailure {

  private static final long serialVersionUID = 1L;

  private DeadLetterFailure(String code, int httpStatus, Object... arguments) {
    super(code, httpStatus, arguments);
  }

  /** None was chosen, or too many at once. */
  public static final class BadChoice extends DeadLetterFailure {
    private static final long serialVersionUID = 1L;

    public BadChoice(int most) {
      super("outbox.dead-letter.choice", 422, most);
    }
  }

  /** There is none at this place. */
  public static final class Unknown extends DeadLetterFailure {
    private static final long serialVersionUID = 1L;

    public Unknown(DeadLetter.Place place) {
      super("outbox.dead-letter.unknown", 404, place.toString());
    }
  }

  /** It is no entry of our log: there is nothing to send. */
  public static final class NotOurs extends DeadLetterFailure {
    private static final long serialVersionUID = 1L;

    public NotOurs(DeadLetter.Place place) {
      super("outbox.dead-letter.not-ours", 409, place.toString());
    }
  }
}
