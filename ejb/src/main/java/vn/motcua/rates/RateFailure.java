package vn.motcua.rates;

import jakarta.ejb.ApplicationException;
import java.time.LocalDate;
import vn.motcua.failure.DeclaredFailure;

/** Why a term or fee was not changed. Nothing was written. */
@ApplicationException(rollback = true)
public abstract sealed class RateFailure extends DeclaredFailure {

  private RateFailure(String code, int httpStatus, Object... arguments) {
    super(code, httpStatus, arguments);
  }

  /** There is no such proposal. */
  public static final class Unknown extends RateFailure {
    public Unknown(long id) {
      super("rates.unknown", 404, Long.toString(id));
    }
  }

  /** An entry is missing or cannot be. */
  public static final class Unclear extends RateFailure {
    public Unclear(String entry) {
      super("rates.unclear", 422, entry);
    }
  }

  /** What holds from today on or earlier is no proposal any more. */
  public static final class PastDay extends RateFailure {
    public PastDay(LocalDate today) {
      super("rates.past-day", 422, "%1$td/%1$tm/%1$tY".formatted(today));
    }
  }

  /** Something else begins on the same day. */
  public static final class AlreadySet extends RateFailure {
    public AlreadySet(LocalDate from) {
      super("rates.already-set", 409, "%1$td/%1$tm/%1$tY".formatted(from));
    }
  }

  /** Who proposes does not decide. */
  public static final class OwnProposal extends RateFailure {
    public OwnProposal() {
      super("rates.own-proposal", 403);
    }
  }

  /** Somebody decided meanwhile. */
  public static final class ChangedMeanwhile extends RateFailure {
    public ChangedMeanwhile() {
      super("rates.changed-meanwhile", 409);
    }
  }
}
