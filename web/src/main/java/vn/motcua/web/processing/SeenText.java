package vn.motcua.web.processing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.motcua.processing.Seen;

/** What a page showed, as it travels in a form: {@code dossier~sequence~version}. */
final class SeenText {

  private static final Pattern FORM = Pattern.compile("(\\d{1,18})~(\\d{1,9})~(\\d{1,9})");

  private SeenText() {}

  static String write(Seen seen) {
    return seen.dossierId() + "~" + seen.sequence() + "~" + seen.taskVersion();
  }

  /** What is not of this form names no dossier. */
  static Seen read(String text) {
    Matcher matcher = FORM.matcher(text == null ? "" : text);
    return matcher.matches()
        ? new Seen(
            Long.parseLong(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3)))
        : new Seen(0, 0, 0);
  }
}
