package vn.motcua.dataset;

import jakarta.ejb.ApplicationException;
import vn.motcua.failure.DeclaredFailure;

/** Why a dataset cannot be used. */
@ApplicationException(rollback = true)
public abstract sealed class DatasetFailure extends DeclaredFailure {

  private DatasetFailure(String code, int httpStatus, String dataset) {
    super(code, httpStatus, dataset);
  }

  /** No dataset has this code. */
  public static final class Unknown extends DatasetFailure {
    public Unknown(String dataset) {
      super("dataset.unknown", 404, dataset);
    }
  }

  /** The dataset is still being imported, or its import failed: it has no figures. */
  public static final class NotActive extends DatasetFailure {
    public NotActive(String dataset) {
      super("dataset.not-active", 409, dataset);
    }
  }
}
