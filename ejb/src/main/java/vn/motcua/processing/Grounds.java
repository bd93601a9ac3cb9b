package vn.motcua.processing;

import java.text.Normalizer;

/**
 * The words behind a step that stops, goes on with or ends a dossier (lý do, văn bản).
 *
 * @param document number and date of the document; empty: there is none
 */
public record Grounds(String reason, String document) {

  public Grounds {
    reason = clean(reason);
    document = clean(document);
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
