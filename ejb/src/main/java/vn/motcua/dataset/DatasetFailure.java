package vn.motcua.dataset;

import jakarta.ejb.ApplicationException;
import java.util.Locale;
import vn.motcua.failure.CodedFailure;
import vn.motcua.failure.MessageText;

/** Why a dataset cannot be used. */
@ApplicationException(rollback = true)
public abstract sealed class DatasetFailure extends RuntimeException implements CodedFailure {

  private final String dataset;

  private DatasetFailure(String dataset) {
    super(dataset);
    this.dataset = dataset;
  }

  @Override
  public String message(Locale locale) {
    return MessageText.of(DatasetFailure.class, locale, code(), dataset);
  }

  /** No dataset has this code. */
  public static final class Unknown extends DatasetFailure {
    public Unknown(String dataset) {
      super(dataset);
    }

    @Override
    public String code() {
      return "dataset.unknown";
    }

    @Override
    public int httpStatus() {
      return 404;
    }
  }

  /** The dataset is still being imported, or its import failed: it has no figures. */
  public static final class NotActive extends DatasetFailure {
    public NotActive(String dataset) {
      super(dataset);
    }

    @Override
    public String code() {
      return "dataset.not-active";
    }

    @Override
    public int httpStatus() {
      return 409;
    }
  }
}
