package vn.motcua.eventlog.failure;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.motcua.failure.MessageText;

/** The mapping (ánh xạ) is wrong. It carries every error at once, each with its place. */
public final class InvalidMapping extends EventLogFailure {

  private static final long serialVersionUID = 1L;

  /**
   * One thing wrong with the mapping.
   *
   * @param path where, such as {@code closed[0].reason}; empty for the whole document
   * @param code a stable code such as {@code unknown-property}
   * @param detail what was found or what is allowed
   */
  public record Error(String path, String code, String detail) implements java.io.Serializable {

    public String message(Locale locale) {
      return MessageText.of(EventLogFailure.class, locale, "mapping." + code, path, detail);
    }
  }

  private final List<Error> errors;

  public InvalidMapping(List<Error> errors) {
    super(
        "eventlog.mapping-invalid",
        400,
        errors.size(),
        errors.stream().map(e -> e.path() + " " + e.code() + " " + e.detail()).toList());
    this.errors = List.copyOf(errors);
  }

  public List<Error> errors() {
    return errors;
  }

  @Override
  public String message(Locale locale) {
    return MessageText.of(EventLogFailure.class, locale, code(), errors.size())
        + errors.stream()
            .map(error -> error.message(locale))
            .collect(Collectors.joining("; ", " ", ""));
  }
}
