package vn.motcua.deadlines;

import jakarta.ejb.ApplicationException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import vn.motcua.failure.DeclaredFailure;

/** Why a threshold was not moved. Nothing was written. */
@ApplicationException(rollback = true)
public abstract sealed class ThresholdFailure extends DeclaredFailure {

  private static final long serialVersionUID = 1L;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private ThresholdFailure(String code, int httpStatus, Object... arguments) {
    super(code, httpStatus, arguments);
  }

  /** There is no such threshold on that day. */
  public static final class Unknown extends ThresholdFailure {
    public Unknown() {
      super("deadlines.threshold.unknown", 404);
    }
  }

  /** No procedure has this code. */
  public static final class NoProcedure extends ThresholdFailure {
    public NoProcedure(String code) {
      super("deadlines.threshold.no-procedure", 422, code);
    }
  }

  /** The procedure has no threshold of its own that could end. */
  public static final class NoneOfItsOwn extends ThresholdFailure {
    public NoneOfItsOwn(String procedure) {
      super("deadlines.threshold.none-of-its-own", 422, procedure);
    }
  }

  /** It begins on that day, or later: what never held cannot end. */
  public static final class EndsBeforeItBegins extends ThresholdFailure {
    public EndsBeforeItBegins(LocalDate begins) {
      super("deadlines.threshold.ends-before-it-begins", 422, DAY.format(begins));
    }
  }

  /** What was counted before must not move. */
  public static final class PastDay extends ThresholdFailure {
    public PastDay(LocalDate today) {
      super("deadlines.threshold.past-day", 422, DAY.format(today));
    }
  }

  /** No number that makes sense. */
  public static final class BadValue extends ThresholdFailure {
    public BadValue(int least, int most) {
      super("deadlines.threshold.bad-value", 422, String.valueOf(least), String.valueOf(most));
    }
  }

  /** A higher level would be told, or a branch be overloaded, before the lower one. */
  public static final class OutOfOrder extends ThresholdFailure {
    public OutOfOrder() {
      super("deadlines.threshold.out-of-order", 422);
    }
  }

  /** Nobody said by which decision. */
  public static final class NoBasis extends ThresholdFailure {
    public NoBasis() {
      super("deadlines.threshold.no-basis", 422);
    }
  }
}
