package vn.motcua.reporting;

import jakarta.ejb.ApplicationException;
import vn.motcua.failure.DeclaredFailure;

/** Why a report was not issued. */
@ApplicationException(rollback = true)
public abstract sealed class ReportingFailure extends DeclaredFailure {

  private ReportingFailure(String code, int httpStatus, String argument) {
    super(code, httpStatus, argument);
  }

  /** The period cannot be read. */
  public static final class BadPeriod extends ReportingFailure {
    public BadPeriod(String period) {
      super("reporting.bad-period", 422, String.valueOf(period));
    }
  }

  /** The stream has not counted up to now: a report of stale figures is not issued. */
  public static final class FiguresNotReady extends ReportingFailure {
    public FiguresNotReady(long horizon) {
      super("reporting.figures-not-ready", 503, String.valueOf(horizon));
    }
  }

  /** Stream and referee differ at the horizon: a report of doubtful figures is not issued. */
  public static final class FiguresDisagree extends ReportingFailure {
    public FiguresDisagree(long differences) {
      super("reporting.figures-disagree", 409, String.valueOf(differences));
    }
  }

  /** There is no such issued report. */
  public static final class Unknown extends ReportingFailure {
    public Unknown(long id) {
      super("reporting.unknown", 404, String.valueOf(id));
    }
  }
}
