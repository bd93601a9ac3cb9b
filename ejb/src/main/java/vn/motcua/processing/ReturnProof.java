package vn.motcua.processing;

import java.text.Normalizer;

/**
 * What shows that a result came into the right hands (chứng cứ trả kết quả).
 *
 * @param kind what it is
 * @param words a number, a name, how it was handed over; required where there is no file
 */
public record ReturnProof(Kind kind, String words) {

  /** What a proof is. */
  public enum Kind {
    /** The receiver's signature on the slip (phiếu ký nhận). */
    SIGNED_SLIP,
    /** The post company's confirmation of delivery (báo phát). */
    POST_CONFIRMATION,
    /** That an electronic result was opened or fetched. */
    ELECTRONIC_RECEIPT,
    OTHER
  }

  private static final int LONGEST = 500;

  public ReturnProof {
    words = words == null ? "" : Normalizer.normalize(words, Normalizer.Form.NFC).strip();
    words = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
  }

  /**
   * @throws ProcessingFailure.Missing where nothing shows anything
   */
  void check(UploadedFile file) {
    if (kind == null) {
      throw new ProcessingFailure.Missing("proof-kind");
    }
    if (file == null && words.isEmpty()) {
      throw new ProcessingFailure.Missing("proof");
    }
  }
}
