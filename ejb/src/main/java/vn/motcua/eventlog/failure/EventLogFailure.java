package vn.motcua.eventlog.failure;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.Locale;
import vn.motcua.failure.CodedFailure;
import vn.motcua.failure.MessageText;

/**
 * Why an import (nhập nhật ký) was refused as a whole. Nothing of it becomes visible. The code and
 * the arguments can be stored and rendered again in another language, see {@link #message(String,
 * List, Locale)}.
 */
@ApplicationException(rollback = true)
public abstract sealed class EventLogFailure extends RuntimeException implements CodedFailure
    permits UnreadableFile,
        LimitExceeded,
        InvalidMapping,
        NothingToPublish,
        ImportNotFound,
        ImportNotCancellable,
        SpoolLost,
        ImportStuck {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final int httpStatus;
  private final List<String> arguments;

  EventLogFailure(String code, int httpStatus, Object... arguments) {
    super(code + " " + List.of(arguments));
    this.code = code;
    this.httpStatus = httpStatus;
    this.arguments = List.of(arguments).stream().map(String::valueOf).toList();
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public int httpStatus() {
    return httpStatus;
  }

  /** What fills the places of the message, in order. */
  public List<String> arguments() {
    return arguments;
  }

  @Override
  public String message(Locale locale) {
    return message(code, arguments, locale);
  }

  /** The sentence for a code and arguments that were stored. */
  public static String message(String code, List<String> arguments, Locale locale) {
    return MessageText.of(EventLogFailure.class, locale, code, arguments.toArray());
  }
}
