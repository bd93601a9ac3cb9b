package vn.motcua.processing;

import jakarta.ejb.ApplicationException;
import vn.motcua.failure.DeclaredFailure;

/** Why a step of processing was refused. Nothing was written. */
@ApplicationException(rollback = true)
public abstract sealed class ProcessingFailure extends DeclaredFailure {

  private static final long serialVersionUID = 1L;

  private ProcessingFailure(String code, int httpStatus, Object... arguments) {
    super(code, httpStatus, arguments);
  }

  /** No dossier has this code. */
  public static final class UnknownDossier extends ProcessingFailure {
    public UnknownDossier(String dossierCode) {
      super("processing.unknown-dossier", 404, dossierCode);
    }
  }

  /** Somebody changed the dossier after the screen was shown. */
  public static final class MovedOn extends ProcessingFailure {
    public MovedOn(String dossierCode, String who, String when) {
      super("processing.moved-on", 409, dossierCode, who, when);
    }
  }

  /** No step of the dossier is open. */
  public static final class NoStep extends ProcessingFailure {
    public NoStep(String dossierCode) {
      super("processing.no-step", 409, dossierCode);
    }
  }

  /** The step ends with a signed result, and none was given. */
  public static final class ResultMissing extends ProcessingFailure {
    public ResultMissing(String dossierCode, String step) {
      super("processing.result-missing", 422, dossierCode, step);
    }
  }

  /** A result was given while the agency still has steps to do. */
  public static final class StepsRemain extends ProcessingFailure {
    public StepsRemain(String dossierCode, String next) {
      super("processing.steps-remain", 409, dossierCode, next);
    }
  }

  /** The applicant was asked and has not answered yet. */
  public static final class AlreadyRequested extends ProcessingFailure {
    public AlreadyRequested(String dossierCode) {
      super("processing.already-requested", 409, dossierCode);
    }
  }

  /** A second request of the episode, which only a branch director may allow (NĐ 118 Đ16.3). */
  public static final class SecondRequest extends ProcessingFailure {
    public SecondRequest(String dossierCode) {
      super("processing.second-request", 409, dossierCode);
    }
  }

  /** A check of the same items again that names others. */
  public static final class NotTheSameItems extends ProcessingFailure {
    public NotTheSameItems(String dossierCode) {
      super("processing.not-the-same-items", 422, dossierCode);
    }
  }

  /** Nothing was asked of the applicant. */
  public static final class NothingRequested extends ProcessingFailure {
    public NothingRequested(String dossierCode) {
      super("processing.nothing-requested", 409, dossierCode);
    }
  }

  /** The applicant still has time to answer. */
  public static final class TooEarly extends ProcessingFailure {
    public TooEarly(String dossierCode, String until) {
      super("processing.too-early", 409, dossierCode, until);
    }
  }

  /** Something that the step needs was not written. */
  public static final class Missing extends ProcessingFailure {
    public Missing(String field) {
      super("processing.missing." + field, 422);
    }
  }

  /** The number on the paper shown is none of those who may take the result. */
  public static final class NotTheReceiver extends ProcessingFailure {
    public NotTheReceiver(String dossierCode) {
      super("processing.not-the-receiver", 422, dossierCode);
    }
  }

  /** A file that is not kept: of another kind, or too large. */
  public static final class BadFile extends ProcessingFailure {
    public BadFile(String why, String name) {
      super("processing.bad-file." + why, 422, name);
    }
  }

  /** Work cannot be given to this account. */
  public static final class NotAssignable extends ProcessingFailure {
    public NotAssignable(String login) {
      super("processing.not-assignable", 422, login);
    }
  }
}
