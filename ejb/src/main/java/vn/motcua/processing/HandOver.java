package vn.motcua.processing;

import java.text.Normalizer;

/**
 * The handing over of a result (trả kết quả).
 *
 * @param channel at the counter, by post, electronically
 * @param receivedBy name of who took it, or how it was sent
 * @param shownId digits of the identity paper shown: all twelve, or the last four; only spaces and
 *     points may stand between them
 * @param noPapers who takes it has none of the numbers on record, and the clerk vouches for them
 */
public record HandOver(Channel channel, String receivedBy, String shownId, boolean noPapers) {

  /** How a result reaches the applicant. */
  public enum Channel {
    COUNTER,
    POST,
    ELECTRONIC
  }

  public HandOver {
    receivedBy =
        receivedBy == null ? "" : Normalizer.normalize(receivedBy, Normalizer.Form.NFC).strip();
    shownId = shownId == null ? "" : shownId.replaceAll("[\\s.]", "");
  }

  /** Whether a number on record is the one shown. */
  boolean shows(String nationalId) {
    return nationalId != null
        && (shownId.length() == 12 && nationalId.equals(shownId)
            || shownId.length() == 4 && nationalId.endsWith(shownId));
  }

  /** What is kept of the number: its end. */
  String keptId() {
    return shownId.length() < 4 ? "" : "…" + shownId.substring(shownId.length() - 4);
  }
}
