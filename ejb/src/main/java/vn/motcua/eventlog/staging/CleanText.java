package vn.motcua.eventlog.staging;

import java.text.Normalizer;

/**
 * A value as it comes into the house: NFC, without spaces around it, without line breaks and tabs
 * (they become spaces) and without other control characters (they are taken out).
 *
 * @param value never null; empty means there was nothing
 * @param controlRemoved a control character was taken out
 */
record CleanText(String value, boolean controlRemoved) {

  static CleanText of(String raw) {
    if (raw == null || raw.isEmpty()) {
      return new CleanText("", false);
    }
    StringBuilder out = new StringBuilder(raw.length());
    boolean removed = false;
    for (int i = 0; i < raw.length(); i++) {
      char letter = raw.charAt(i);
      if (letter == '\t' || letter == '\n' || letter == '\r') {
        out.append(' ');
      } else if (Character.getType(letter) == Character.CONTROL || letter == '\uFEFF') {
        removed = true;
      } else if (Character.isSurrogate(letter) && !paired(raw, i)) {
        removed = true;
      } else {
        out.append(letter);
      }
    }
    return new CleanText(Normalizer.normalize(strip(out.toString()), Normalizer.Form.NFC), removed);
  }

  /**
   * {@link String#strip} leaves the no-break space, which spreadsheets like to put around values.
   */
  private static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && space(text.charAt(from))) {
      from++;
    }
    while (to > from && space(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean space(char letter) {
    return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
  }

  private static boolean paired(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }
}
