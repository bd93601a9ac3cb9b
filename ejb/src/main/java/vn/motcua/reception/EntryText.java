package vn.motcua.reception;

import java.text.Normalizer;

/** Text as it may enter: in NFC, without control characters, single spaces. */
final class EntryText {

  private EntryText() {}

  static String line(String typed) {
    return typed == null
        ? ""
        : Normalizer.normalize(typed, Normalizer.Form.NFC)
            .replaceAll("[\\p{Cntrl}\\s\\u00a0]+", " ")
            .strip();
  }

  /** Letters and digits only, as numbers of papers are compared. */
  static String number(String typed) {
    return line(typed).replaceAll("[\\s.\\-]", "");
  }
}
