package vn.motcua.reception;

import java.util.List;
import java.util.Locale;
import vn.motcua.failure.MessageText;

/**
 * Something in a visit that is wrong, or odd.
 *
 * @param path where: {@code owner.nationalId}, {@code dossiers.0.papers.to-khai}
 * @param code of the message, without its prefix
 * @param warning odd only: it may be received
 * @param arguments fill the message
 */
public record Finding(String path, String code, boolean warning, List<Object> arguments) {

  public Finding {
    arguments = List.copyOf(arguments);
  }

  static Finding error(String path, String code, Object... arguments) {
    return new Finding(path, code, false, List.of(arguments));
  }

  static Finding warning(String path, String code, Object... arguments) {
    return new Finding(path, code, true, List.of(arguments));
  }

  /** What is wrong and what to do, for people. */
  public String message(Locale locale) {
    return MessageText.of(Finding.class, locale, "reception.finding." + code, arguments.toArray());
  }
}
