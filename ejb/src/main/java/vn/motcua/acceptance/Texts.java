package vn.motcua.acceptance;

import java.text.Normalizer;

/** Text as it may enter: in NFC, without control characters, single spaces. */
final class Texts {

  private Texts() {}

  static String line(String typed) {
    return typed == null
        ? ""
        : Normalizer.normalize(typed, Normalizer.Form.NFC)
            .replaceAll("[\\p{Cntrl}\\s\\u00a0]+", " ")
            .strip();
  }
}
