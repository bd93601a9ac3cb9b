package vn.motcua.ministry;

import jakarta.ejb.ApplicationException;
import vn.motcua.failure.DeclaredFailure;

/** Why something about a ministry's own software was not taken. Nothing was written. */
@ApplicationException(rollback = true)
public abstract sealed class MinistryFailure extends DeclaredFailure {

  private static final long serialVersionUID = 1L;

  private MinistryFailure(String code, int httpStatus, Object... arguments) {
    super(code, httpStatus, arguments);
  }

  /** No dossier has this number in this software. */
  public static final class UnknownDossier extends MinistryFailure {
    private static final long serialVersionUID = 1L;

    public UnknownDossier(String system, String externalCode) {
      super("ministry.unknown-dossier", 404, system, externalCode);
    }
  }

  /** The dossier is processed here. */
  public static final class NotElsewhere extends MinistryFailure {
    private static final long serialVersionUID = 1L;

    public NotElsewhere(String dossierCode) {
      super("ministry.not-elsewhere", 409, dossierCode);
    }
  }

  /** Something was left out, or cannot be. */
  public static final class Invalid extends MinistryFailure {
    private static final long serialVersionUID = 1L;

    public Invalid(String what, Object... arguments) {
      super("ministry.invalid." + what, 422, arguments);
    }
  }

  /** The same status was told with another content. */
  public static final class OtherContent extends MinistryFailure {
    private static final long serialVersionUID = 1L;

    public OtherContent(String dossierCode) {
      super("ministry.other-content", 409, dossierCode);
    }
  }

  /** The number is another dossier's in this software. */
  public static final class CodeTaken extends MinistryFailure {
    private static final long serialVersionUID = 1L;

    public CodeTaken(String system, String externalCode) {
      super("ministry.code-taken", 409, system, externalCode);
    }
  }

  /** Statuses came in by the number on record, so it is the right one. */
  public static final class CodeUsed extends MinistryFailure {
    private static final long serialVersionUID = 1L;

    public CodeUsed(String dossierCode, String externalCode) {
      super("ministry.code-used", 409, dossierCode, externalCode);
    }
  }

  /** One sender sends too often. */
  public static final class TooMany extends MinistryFailure {
    private static final long serialVersionUID = 1L;

    public TooMany(int perMinute) {
      super("ministry.too-many", 429, String.valueOf(perMinute));
    }
  }

  /** Somebody has given the word a meaning since the page was shown. */
  public static final class WordChanged extends MinistryFailure {
    private static final long serialVersionUID = 1L;

    public WordChanged(String word) {
      super("ministry.word-changed", 409, word);
    }
  }
}
