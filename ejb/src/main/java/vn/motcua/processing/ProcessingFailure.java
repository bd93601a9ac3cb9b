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

  /** A ministry's own software processes it: this is done there, and only its status comes here. */
  public static final class Elsewhere extends ProcessingFailure {
    public Elsewhere(String dossierCode, String system) {
      super("processing.elsewhere", 409, dossierCode, system);
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

  /** The present step is the first: there is none to go back to. */
  public static final class NoFormerStep extends ProcessingFailure {
    public NoFormerStep(String dossierCode) {
      super("processing.no-former-step", 409, dossierCode);
    }
  }

  /** Only what ended without a result can be taken up again. */
  public static final class NotStopped extends ProcessingFailure {
    public NotStopped(String dossierCode) {
      super("processing.not-stopped", 409, dossierCode);
    }
  }

  /** What was given is what is on record. */
  public static final class NothingToCorrect extends ProcessingFailure {
    public NothingToCorrect(String dossierCode) {
      super("processing.nothing-to-correct", 422, dossierCode);
    }
  }

  /** The step ends with a signed result, and none was given. */
  public static final class ResultMissing extends ProcessingFailure {
    public ResultMissing(String dossierCode, String step) {
      super("processing.result-missing", 422, dossierCode, step);
    }
  }

  /** Opinions asked for beside the step have not come (lấy ý kiến song song). */
  public static final class OpinionsAwaited extends ProcessingFailure {
    public OpinionsAwaited(String dossierCode, String step, String bodies) {
      super("processing.opinions-awaited", 409, dossierCode, step, bodies);
    }
  }

  /** The next step has alternatives, and which is taken was not said. */
  public static final class WayNotChosen extends ProcessingFailure {
    public WayNotChosen(String dossierCode, String step) {
      super("processing.way-not-chosen", 422, dossierCode, step);
    }
  }

  /** The process has no such way from here, or a rule has closed it. */
  public static final class NoSuchWay extends ProcessingFailure {
    public NoSuchWay(String dossierCode, String step) {
      super("processing.no-such-way", 409, dossierCode, step);
    }
  }

  /** The dossier was not handed over by another agency, so there is nobody to return it to. */
  public static final class NotHandedOver extends ProcessingFailure {
    public NotHandedOver(String dossierCode) {
      super("processing.not-handed-over", 409, dossierCode);
    }
  }

  /** The body that was asked still has time. */
  public static final class OpinionNotDue extends ProcessingFailure {
    public OpinionNotDue(String dossierCode, String body, String until) {
      super("processing.opinion-not-due", 409, dossierCode, body, until);
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

  /** What was assessed is not paid, and the rule of the day asks for it first (NĐ 118 Đ24). */
  public static final class Unpaid extends ProcessingFailure {
    /**
     * @param outstanding in đồng
     */
    public Unpaid(String dossierCode, long outstanding) {
      super("processing.unpaid", 409, dossierCode, outstanding);
    }
  }

  /** A file that is not kept: of another kind, or too large. */
  public static final class BadFile extends ProcessingFailure {
    /**
     * @param about its name, then what else the words need
     */
    public BadFile(String why, Object... about) {
      super("processing.bad-file." + why, 422, about);
    }
  }

  /** Work cannot be given to this account. */
  public static final class NotAssignable extends ProcessingFailure {
    public NotAssignable(String login) {
      super("processing.not-assignable", 422, login);
    }
  }

  /** The dossier is not open, so this cannot be done with it. */
  public static final class Ended extends ProcessingFailure {
    public Ended(String dossierCode) {
      super("processing.ended", 409, dossierCode);
    }
  }

  /** The receipt promised no moment that could be moved. */
  public static final class NoPromise extends ProcessingFailure {
    public NoPromise(String dossierCode) {
      super("processing.no-promise", 409, dossierCode);
    }
  }

  /** The promise was moved before; the law allows it once (NĐ 118 Đ19.6). */
  public static final class AlreadyExtended extends ProcessingFailure {
    public AlreadyExtended(String dossierCode, String promise) {
      super("processing.already-extended", 409, dossierCode, promise);
    }
  }

  /** Less than a day is left; only a branch director may still take it. */
  public static final class ApologyTooLate extends ProcessingFailure {
    public ApologyTooLate(String dossierCode) {
      super("processing.apology-too-late", 409, dossierCode);
    }
  }

  /** The new promise is not after the old one, or not after now. */
  public static final class PromiseNotLater extends ProcessingFailure {
    public PromiseNotLater(String dossierCode, String promise) {
      super("processing.promise-not-later", 422, dossierCode, promise);
    }
  }

  /** A proposal for the same dossier waits for the one-stop. */
  public static final class AlreadyProposed extends ProcessingFailure {
    public AlreadyProposed(String dossierCode) {
      super("processing.already-proposed", 409, dossierCode);
    }
  }

  /** No proposal waits for a decision. */
  public static final class NothingProposed extends ProcessingFailure {
    public NothingProposed(String dossierCode) {
      super("processing.nothing-proposed", 409, dossierCode);
    }
  }

  /** The same body was asked and has not answered. */
  public static final class AlreadyAsked extends ProcessingFailure {
    public AlreadyAsked(String dossierCode, String body) {
      super("processing.already-asked", 409, dossierCode, body);
    }
  }

  /** This opinion was not asked for, or came in before. */
  public static final class NothingAsked extends ProcessingFailure {
    public NothingAsked(String dossierCode) {
      super("processing.nothing-asked", 409, dossierCode);
    }
  }

  /** There is no result that this could be about. */
  public static final class NoResult extends ProcessingFailure {
    public NoResult(String dossierCode) {
      super("processing.no-result", 409, dossierCode);
    }
  }

  /** Another error of the result is not put right yet. */
  public static final class AlreadyReported extends ProcessingFailure {
    public AlreadyReported(String dossierCode) {
      super("processing.already-reported", 409, dossierCode);
    }
  }

  /** No error of the result waits to be put right. */
  public static final class NothingReported extends ProcessingFailure {
    public NothingReported(String dossierCode) {
      super("processing.nothing-reported", 409, dossierCode);
    }
  }

  /** Nobody stands in this relation to the dossier. */
  public static final class NoSuchParty extends ProcessingFailure {
    public NoSuchParty(String dossierCode) {
      super("processing.no-such-party", 422, dossierCode);
    }
  }

  /** The number is on record with another name. */
  public static final class OtherName extends ProcessingFailure {
    public OtherName(String dossierCode) {
      super("processing.other-name", 422, dossierCode);
    }
  }

  /** There is no other dossier of the same person and procedure with this code. */
  public static final class NotADuplicate extends ProcessingFailure {
    public NotADuplicate(String dossierCode, String other) {
      super("processing.not-a-duplicate", 422, dossierCode, other);
    }
  }

  /** It is of this procedure already. */
  public static final class SameProcedure extends ProcessingFailure {
    public SameProcedure(String dossierCode) {
      super("processing.same-procedure", 422, dossierCode);
    }
  }

  /** No form of this kind can be printed of the dossier. */
  public static final class NoForm extends ProcessingFailure {
    public NoForm(String form) {
      super("processing.no-form", 404, form);
    }
  }

  /** More lines at once than are taken. */
  public static final class TooMany extends ProcessingFailure {
    public TooMany(int most) {
      super("processing.too-many", 422, most);
    }
  }

  /** A proof is given of a return that was not. */
  public static final class NotReturned extends ProcessingFailure {
    public NotReturned(String dossierCode) {
      super("processing.not-returned", 409, dossierCode);
    }
  }

  /** More proofs of a return than anybody needs. */
  public static final class TooManyProofs extends ProcessingFailure {
    public TooManyProofs(String dossierCode, int most) {
      super("processing.too-many-proofs", 422, dossierCode, most);
    }
  }
}
