package vn.motcua.structure;

import jakarta.ejb.ApplicationException;
import java.time.LocalDate;
import vn.motcua.failure.DeclaredFailure;

/** Why a change of the organisation was refused. Nothing was written. */
@ApplicationException(rollback = true)
public abstract sealed class StructureFailure extends DeclaredFailure {

  private StructureFailure(String code, int httpStatus, Object... arguments) {
    super(code, httpStatus, arguments);
  }

  /** The past is never changed. */
  public static final class PastDay extends StructureFailure {
    public PastDay(LocalDate from, LocalDate today) {
      super("structure.past-day", 422, from.toString(), today.toString());
    }
  }

  /** No such body on that day, or it changes later already. */
  public static final class UnknownBody extends StructureFailure {
    public UnknownBody(String code) {
      super("structure.body-unknown", 404, code);
    }
  }

  /** A change of this body begins later: it would be lost. */
  public static final class ChangesLater extends StructureFailure {
    public ChangesLater(String code, LocalDate from) {
      super("structure.changes-later", 409, code, from.toString());
    }
  }

  /** Another body has the code. */
  public static final class CodeTaken extends StructureFailure {
    public CodeTaken(String code) {
      super("structure.code-taken", 409, code);
    }
  }

  /** A field is missing or cannot be read. */
  public static final class Missing extends StructureFailure {
    public Missing(String what) {
      super("structure.missing." + what, 422);
    }
  }

  /** Others are still below it, or dossiers with it. */
  public static final class StillUsed extends StructureFailure {
    public StillUsed(String code, long below, long dossiers) {
      super("structure.still-used", 409, code, Long.toString(below), Long.toString(dossiers));
    }
  }

  /** A body cannot be below itself. */
  public static final class Circle extends StructureFailure {
    public Circle(String code) {
      super("structure.circle", 422, code);
    }
  }

  /** There is a director, or there are two deputies. */
  public static final class PostTaken extends StructureFailure {
    public PostTaken(String post) {
      super("structure.post-taken." + post, 409);
    }
  }

  /** No such account. */
  public static final class UnknownPerson extends StructureFailure {
    public UnknownPerson(String login) {
      super("structure.person-unknown", 404, login);
    }
  }

  /** The kind of staff does not allow a role that the person has. */
  public static final class KindRefuses extends StructureFailure {
    public KindRefuses(String login, String roles) {
      super("structure.kind-refuses", 409, login, roles);
    }
  }

  /** Nobody substitutes himself, or for longer than allowed. */
  public static final class BadTerm extends StructureFailure {
    public BadTerm(int months) {
      super("structure.term-bad", 422, Integer.toString(months));
    }
  }

  /** Acceptance is for somebody else, once, and for no more than was done. */
  public static final class NotAcceptable extends StructureFailure {
    public NotAcceptable() {
      super("structure.not-acceptable", 409);
    }
  }
}
