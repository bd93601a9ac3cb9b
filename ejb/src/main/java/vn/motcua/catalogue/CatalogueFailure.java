package vn.motcua.catalogue;

import jakarta.ejb.ApplicationException;
import java.time.LocalDate;
import vn.motcua.failure.DeclaredFailure;

/** Why the catalogue has no answer. Nothing was written. */
@ApplicationException(rollback = false)
public abstract sealed class CatalogueFailure extends DeclaredFailure {

  private CatalogueFailure(String code, int httpStatus, Object... arguments) {
    super(code, httpStatus, arguments);
  }

  /** No procedure of this code was in force on that day. */
  public static final class UnknownProcedure extends CatalogueFailure {
    public UnknownProcedure(String procedure, LocalDate on) {
      super("catalogue.procedure-unknown", 404, procedure, on.toString());
    }
  }

  /** The published limit of the procedure is not known, or not as a number. */
  public static final class LimitUnknown extends CatalogueFailure {
    public LimitUnknown(String procedure) {
      super("catalogue.limit-unknown", 422, procedure);
    }
  }

  /** The mark of the next page was not given out by this catalogue. */
  public static final class BadCursor extends CatalogueFailure {
    public BadCursor(String cursor) {
      super("catalogue.cursor-bad", 400, cursor);
    }
  }

  /** So many rows are not given at once. */
  public static final class BadPageSize extends CatalogueFailure {
    public BadPageSize(int asked, int most) {
      super("catalogue.page-size-bad", 400, Integer.toString(asked), Integer.toString(most));
    }
  }
}
