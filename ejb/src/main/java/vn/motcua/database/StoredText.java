package vn.motcua.database;

import java.text.Normalizer;

/** Text as it may be kept: in NFC, without control characters, not longer than it may be. */
public final class StoredText {

  private static final int LONGEST_LINE = 300;
  private static final int LONGEST_TEXT = 8_000;

  private StoredText() {}

  /** One line, single spaces, at most 300 characters; null is empty. */
  public static String line(String typed) {
    return cut(composed(typed).replaceAll("[\\p{Cntrl}\\s\\u00a0]+", " ").strip(), LONGEST_LINE);
  }

  /** Several lines, at most 8,000 characters; null is empty. */
  public static String paragraphs(String typed) {
    return cut(
        composed(typed).replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "").strip(),
        LONGEST_TEXT);
  }

  private static String composed(String typed) {
    return typed == null ? "" : Normalizer.normalize(typed, Normalizer.Form.NFC);
  }

  /** Never within a character of two halves. */
  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end);
  }
}
