package vn.motcua.worktime;

import java.util.List;

/**
 * One reason of a due moment, in no language yet.
 *
 * @param key of the message, below {@code explain.}
 * @param arguments dates, moments, durations, allowances, names and numbers, in the message's order
 */
public record ExplanationLine(String key, List<Object> arguments) {
  public ExplanationLine {
    arguments = List.copyOf(arguments);
  }

  static ExplanationLine of(String key, Object... arguments) {
    return new ExplanationLine(key, List.of(arguments));
  }
}
