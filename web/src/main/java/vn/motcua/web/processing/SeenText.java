package vn.motcua.web.processing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.motcua.processing.Seen;

/**
 * What a page showed, as it travels in a form or with a program: {@code dossier~sequence~version};
 * of an opinion beside the present step {@code dossier~sequence~version~step}.
 */
public final class SeenText {

  private static final Pattern FORM =
      Pattern.compile("(\\d{1,18})~(\\d{1,9})~(\\d{1,9})(?:~(\\d{1,18}))?");

  private SeenText() {}

  public static String write(Seen seen) {
    return seen.dossierId()
        + "~"
        + seen.sequence()
        + "~"
        + seen.taskVersion()
        + (seen.taskId() == 0 ? "" : "~" + seen.taskId());
  }

  /** What is not of this form names no dossier. */
  public static Seen read(String text) {
    Matcher matcher = FORM.matcher(text == null ? "" : text);
    return matcher.matches()
        ? new Seen(
            Long.parseLong(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3)),
            matcher.group(4) == null ? 0 : Long.parseLong(matcher.group(4)))
        : new Seen(0, 0, 0);
  }
}
