package vn.motcua.processing;

import java.text.Normalizer;

/**
 * A party of a dossier is another, or has another name (thay đổi người).
 *
 * @param relation OWNER, SUBMITTER, AUTHORISED or RECEIVER; the first of them
 * @param fullName of who it is from now on
 * @param nationalId twelve digits; not looked at where the same person is renamed
 * @param document that proves it: a death certificate, a decision on the name
 */
public record PartyChange(
    Kind kind,
    String relation,
    String fullName,
    String nationalId,
    String reason,
    String document) {

  /** What happened. */
  public enum Kind {
    DEATH,
    RENAMED,
    TRANSFER
  }

  public PartyChange {
    relation = clean(relation);
    fullName = clean(fullName);
    nationalId = clean(nationalId).replaceAll("[\\s.]", "");
    reason = clean(reason);
    document = clean(document);
  }

  /**
   * @throws ProcessingFailure.Missing where something was not written
   */
  void check() {
    if (kind == null || relation.isEmpty()) {
      throw new ProcessingFailure.Missing("party");
    }
    if (fullName.isEmpty()) {
      throw new ProcessingFailure.Missing("full-name");
    }
    if (kind != Kind.RENAMED && !nationalId.matches("[0-9]{12}")) {
      throw new ProcessingFailure.Missing("national-id");
    }
    if (reason.isEmpty()) {
      throw new ProcessingFailure.Missing("reason");
    }
    if (document.isEmpty()) {
      throw new ProcessingFailure.Missing("document");
    }
  }

  private static String clean(String text) {
    return text == null ? "" : Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }
}
