package vn.motcua.figures;

import jakarta.ejb.ApplicationException;
import java.util.List;
import vn.motcua.failure.DeclaredFailure;

/** Why figures could not be given. */
@ApplicationException(rollback = true)
public abstract sealed class FigureFailure extends DeclaredFailure {

  private FigureFailure(String code, int httpStatus, Object... arguments) {
    super(code, httpStatus, arguments);
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

  /** The indicator has no legal meaning when cut so: it is refused, not approximated. */
  public static final class IllegalCut extends FigureFailure {
    /**
     * @param legal what it may be cut by
     */
    public IllegalCut(String indicator, Enum<?> dimension, List<? extends Enum<?>> legal) {
      super("figures.illegal-cut", 422, indicator, dimension, legal);
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

  /** There is no such dossier in the dataset. */
  public static final class UnknownDossier extends FigureFailure {
    public UnknownDossier(String code) {
      super("figures.unknown-dossier", 404, code);
    }
  }

  /** A cause is said of late dossiers only. */
  public static final class NotLate extends FigureFailure {
    public NotLate(String code) {
      super("figures.not-late", 409, code);
    }
  }

  /** The cause of a delay needs a side and words. */
  public static final class NoCause extends FigureFailure {
    public NoCause(int longest) {
      super("figures.no-cause", 422, longest);
    }
  }

  /** What the national portal counted is not whole. */
  public static final class BadCount extends FigureFailure {
    public BadCount() {
      super("figures.bad-count", 422);
    }
  }
}
