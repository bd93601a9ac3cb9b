package vn.motcua.reports;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The door for every text of a form: brings it to Unicode form NFC, because marks that are separate
 * characters land beside their letter in a PDF, and refuses what has no place on paper.
 */
final class PrintableText {

  private PrintableText() {}

  /**
   * Returns the text in NFC without surrounding blanks.
   *
   * @param entry Vietnamese name of the entry, for the message
   * @throws UnprintableTextException if it is null, blank, or holds a control or format character,
   *     a line break, or a character that the form's typeface has no glyph for
   */
  static String required(String entry, String text) {
    String printable = optional(entry, text);
    if (printable.isEmpty()) {
      throw UnprintableTextException.blank(entry);
    }
    return printable;
  }

  /** Like {@link #required}, but null and blank become the empty text. */
  static String optional(String entry, String text) {
    if (text == null) {
      return "";
    }
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    for (int i = 0; i < composed.length(); i += Character.charCount(composed.codePointAt(i))) {
      int codePoint = composed.codePointAt(i);
      if (!isPrintable(codePoint)) {
        throw UnprintableTextException.character(entry, codePoint, i + 1);
      }
    }
    return composed.strip();
  }

  /** Every line by {@link #required}; an empty list is refused as a blank entry. */
  static List<String> requiredLines(String entry, List<String> lines) {
    if (lines == null || lines.isEmpty()) {
      throw UnprintableTextException.blank(entry);
    }
    return lines(entry, lines);
  }

  /** Every line by {@link #required}; the list may be empty. */
  static List<String> lines(String entry, List<String> lines) {
    return IntStream.range(0, lines.size())
        .mapToObj(i -> required("%s, dòng %d".formatted(entry, i + 1), lines.get(i)))
        .toList();
  }

  /** Like {@link #optional}, but the text may have several lines; empty ones are left out. */
  static String paragraphs(String entry, String text) {
    return text == null
        ? ""
        : text.lines()
            .map(line -> optional(entry, line))
            .filter(line -> !line.isEmpty())
            .collect(java.util.stream.Collectors.joining("\n"));
  }

  /** Like {@link #required}, but the text may have several lines. */
  static String requiredParagraphs(String entry, String text) {
    String printable = paragraphs(entry, text);
    if (printable.isEmpty()) {
      throw UnprintableTextException.blank(entry);
    }
    return printable;
  }

  private static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> Typeface.hasGlyph(codePoint);
    };
  }
}
