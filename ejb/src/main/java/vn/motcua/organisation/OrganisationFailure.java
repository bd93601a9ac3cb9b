package vn.motcua.organisation;

import jakarta.ejb.ApplicationException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import vn.motcua.failure.DeclaredFailure;

/** Why the directory has no answer. Nothing was written. */
@ApplicationException(rollback = false)
public abstract sealed class OrganisationFailure extends DeclaredFailure {

  private OrganisationFailure(String code, int httpStatus, Object... arguments) {
    super(code, httpStatus, arguments);
  }

  /** No body had this code on that day. */
  public static final class UnknownUnit extends OrganisationFailure {
    public UnknownUnit(String unit, LocalDate on) {
      super("organisation.unit-unknown", 404, unit, on.toString());
    }
  }

  /** There is no such kind of body. */
  public static final class UnknownKind extends OrganisationFailure {
    public UnknownKind(String kind) {
      super(
          "organisation.kind-unknown",
          400,
          kind,
          Arrays.stream(UnitKind.values()).map(Enum::name).collect(Collectors.joining(", ")));
    }
  }

  /** So many rows are not given at once. */
  public static final class BadPageSize extends OrganisationFailure {
    public BadPageSize(int asked, int most) {
      super("organisation.page-size-bad", 400, Integer.toString(asked), Integer.toString(most));
    }
  }
}
