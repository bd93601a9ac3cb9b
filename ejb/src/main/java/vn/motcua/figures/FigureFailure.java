package vn.motcua.figures;

import jakarta.ejb.ApplicationException;
import java.util.Locale;
import vn.motcua.failure.CodedFailure;
import vn.motcua.failure.MessageText;

/** Why figures could not be given. */
@ApplicationException(rollback = true)
public abstract sealed class FigureFailure extends RuntimeException implements CodedFailure {

  private final String code;
  private final int httpStatus;
  private final transient Object[] arguments;

  private FigureFailure(String code, int httpStatus, Object... arguments) {
    super(code);
    this.code = code;
    this.httpStatus = httpStatus;
    this.arguments = arguments;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public int httpStatus() {
    return httpStatus;
  }

  @Override
  public String message(Locale locale) {
    return MessageText.of(FigureFailure.class, locale, code, arguments);
  }

  /** The question makes no sense: which part says the code. */
  public static final class BadQuery extends FigureFailure {
    public BadQuery(String part) {
      super("figures.bad-query." + part, 422);
    }
  }

  /** There is no such unit or field in the dataset. */
  public static final class UnknownDimension extends FigureFailure {
    public UnknownDimension(String dimension, String value) {
      super("figures.unknown-" + dimension, 404, value);
    }
  }

  /** There is no such horizon, or it belongs to another dataset. */
  public static final class UnknownHorizon extends FigureFailure {
    public UnknownHorizon(long id) {
      super("figures.unknown-horizon", 404, String.valueOf(id));
    }
  }

  /** The stream had not come to this horizon in time, so it has no figures for it. */
  public static final class StreamBehind extends FigureFailure {
    public StreamBehind(long id) {
      super("figures.stream-behind", 503, String.valueOf(id));
    }
  }

  /** The horizon keeps another period than the one asked for. */
  public static final class OutsideHorizon extends FigureFailure {
    public OutsideHorizon(long id) {
      super("figures.outside-horizon", 422, String.valueOf(id));
    }
  }
}
