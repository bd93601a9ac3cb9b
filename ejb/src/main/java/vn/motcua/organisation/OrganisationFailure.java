package vn.motcua.organisation;

import jakarta.ejb.ApplicationException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.motcua.failure.CodedFailure;
import vn.motcua.failure.MessageText;

/** Why the directory has no answer. Nothing was written. */
@ApplicationException(rollback = false)
public abstract sealed class OrganisationFailure extends RuntimeException implements CodedFailure {

  private final String code;
  private final int httpStatus;
  private final transient Object[] arguments;

  private OrganisationFailure(String code, int httpStatus, Object... arguments) {
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
    return MessageText.of(OrganisationFailure.class, locale, code, arguments);
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
