package vn.motcua.catalogue;

import java.util.List;
import java.util.Locale;
import vn.motcua.failure.MessageText;

/**
 * What is wrong with a cell of a sheet.
 *
 * @param column where
 * @param code what, as in the message bundle under {@code sheet.}
 * @param wrong false: only doubtful, somebody has to say that it is meant so
 * @param arguments fill the places of the message
 */
public record SheetProblem(String column, String code, boolean wrong, List<String> arguments) {

  public SheetProblem {
    arguments = List.copyOf(arguments);
  }

  static SheetProblem wrong(String column, String code, Object... arguments) {
    return new SheetProblem(column, code, true, texts(arguments));
  }

  static SheetProblem doubtful(String column, String code, Object... arguments) {
    return new SheetProblem(column, code, false, texts(arguments));
  }

  /** For people; Vietnamese unless English is asked for. */
  public String message(Locale locale) {
    return MessageText.of(SheetProblem.class, locale, "sheet." + code, arguments.toArray());
  }

  private static List<String> texts(Object... arguments) {
    return java.util.Arrays.stream(arguments).map(String::valueOf).toList();
  }
}
