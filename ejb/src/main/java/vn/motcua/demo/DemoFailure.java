package vn.motcua.demo;

import jakarta.ejb.ApplicationException;
import vn.motcua.failure.DeclaredFailure;

/** Why a demo was not begun. Nothing was written. */
@ApplicationException(rollback = true)
public abstract sealed class DemoFailure extends DeclaredFailure {

  private DemoFailure(String code, int httpStatus, Object... arguments) {
    super(code, httpStatus, arguments);
  }

  /** The system does not run as a demo. */
  public static final class Off extends DemoFailure {
    public Off() {
      super("demo.off", 404);
    }
  }

  /** One runs already. */
  public static final class Running extends DemoFailure {
    public Running(String dataset) {
      super("demo.running", 409, dataset);
    }
  }

  /** A number is too small or too large. */
  public static final class OutOfRange extends DemoFailure {
    public OutOfRange(String what, long value, long least, long most) {
      super("demo.out-of-range", 422, what, "" + value, "" + least, "" + most);
    }
  }
}
