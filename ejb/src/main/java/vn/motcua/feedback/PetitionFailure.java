package vn.motcua.feedback;

import jakarta.ejb.ApplicationException;
import vn.motcua.failure.DeclaredFailure;

/** Why something about a complaint or denunciation was refused. Nothing was written. */
@ApplicationException(rollback = true)
public abstract sealed class PetitionFailure extends DeclaredFailure {

  private static final long serialVersionUID = 1L;

  private PetitionFailure(String code, int httpStatus, Object... arguments) {
    super(code, httpStatus, arguments);
  }

  /** There is none under this number. */
  public static final class Unknown extends PetitionFailure {
    public Unknown() {
      super("petition.unknown", 404);
    }
  }

  /** Something that must be said is missing. */
  public static final class Missing extends PetitionFailure {
    public Missing(String entry) {
      super("petition.missing." + entry, 422);
    }
  }

  /** It was routed or settled before, or not yet. */
  public static final class WrongState extends PetitionFailure {
    public WrongState() {
      super("petition.wrong-state", 409);
    }
  }

  /** A text that many read, or the public, tells who somebody is. */
  public static final class NamesSomebody extends PetitionFailure {
    public NamesSomebody() {
      super("petition.names-somebody", 422);
    }
  }
}
