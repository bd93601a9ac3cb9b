package vn.motcua.processing;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of a worklist ends, as it stands in an address.
 *
 * @param due the last line's due moment as PostgreSQL reads it
 * @param task the last line's step
 */
record WorklistPosition(String due, long task) {

  private static final WorklistPosition START = new WorklistPosition("-infinity", 0);
  private static final Pattern FORM = Pattern.compile("([0-9TZ:.-]{20,30}|none)~([0-9]{1,18})");

  /**
   * @param text null or empty: from the start; so is what was not given out by a worklist
   */
  static WorklistPosition parse(String text) {
    Matcher matcher = FORM.matcher(text == null ? "" : text);
    if (!matcher.matches()) {
      return START;
    }
    long task = Long.parseLong(matcher.group(2));
    if ("none".equals(matcher.group(1))) {
      return new WorklistPosition("infinity", task);
    }
    try {
      return new WorklistPosition(Instant.parse(matcher.group(1)).toString(), task);
    } catch (DateTimeException misread) {
      return START;
    }
  }

  /**
   * @param due null: there is none
   */
  static String write(Instant due, long task) {
    return (due == null ? "none" : due.toString()) + "~" + task;
  }
}
