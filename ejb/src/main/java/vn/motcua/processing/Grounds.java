package vn.motcua.processing;

import java.text.Normalizer;

/**
 * The words behind a step that stops, goes on with or ends a dossier (lý do, văn bản).
 *
 * @param document number and date of the document; empty: there is none
 * @param money what becomes of fees that were paid; empty: nothing was said
 */
public record Grounds(String reason, String document, String money) {

  /** Without a word of money. */
  public Grounds(String reason, String document) {
    this(reason, document, "");
  }

  public Grounds {
    reason = clean(reason);
    document = clean(document);
    money = clean(money);
  }

  /**
   * @throws ProcessingFailure.Missing where no reason was written
   */
  Grounds withReason() {
    if (reason.isEmpty()) {
      throw new ProcessingFailure.Missing("reason");
    }
    return this;
  }

  private static String clean(String text) {
    return text == null ? "" : Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }
}
