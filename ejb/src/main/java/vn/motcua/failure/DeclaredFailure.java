package vn.motcua.failure;

import java.util.Arrays;
import java.util.Locale;

/**
 * The common part of the contexts' exceptions. Its message lies in the bundle {@code messages} of
 * the package that declares the exception, under its code.
 */
public abstract class DeclaredFailure extends RuntimeException implements CodedFailure {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final int httpStatus;
  private final transient Object[] arguments;

  /**
   * @param arguments fill the places of the message; null ones are told as nothing
   */
  protected DeclaredFailure(String code, int httpStatus, Object... arguments) {
    super(code + " " + Arrays.toString(arguments));
    this.code = code;
    this.httpStatus = httpStatus;
    this.arguments = arguments;
  }

  @Override
  public final String code() {
    return code;
  }

  @Override
  public final int httpStatus() {
    return httpStatus;
  }

  @Override
  public final String message(Locale locale) {
    // Arguments do not travel with a serialised exception.
    return MessageText.of(getClass(), locale, code, arguments == null ? new Object[0] : arguments);
  }
}
