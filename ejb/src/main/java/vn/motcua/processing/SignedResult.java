package vn.motcua.processing;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The result (kết quả giải quyết): the signed document.
 *
 * @param number of the document
 * @param signer name and office of who signed
 * @param negative a refusal (từ chối giải quyết), which needs a reason
 * @param fileId of the stored file, or null where only paper exists
 */
public record SignedResult(
    String number,
    LocalDate signedOn,
    String signer,
    boolean negative,
    String reason,
    UUID fileId) {

  public SignedResult {
    number = clean(number);
    signer = clean(signer);
    reason = clean(reason);
  }

  SignedResult withFile(UUID id) {
    return new SignedResult(number, signedOn, signer, negative, reason, id);
  }

  /**
   * @throws ProcessingFailure.Missing where something was not written
   */
  void check(LocalDate today) {
    if (number.isEmpty()) {
      throw new ProcessingFailure.Missing("number");
    }
    if (signer.isEmpty()) {
      throw new ProcessingFailure.Missing("signer");
    }
    if (signedOn == null || signedOn.isAfter(today)) {
      throw new ProcessingFailure.Missing("signed-on");
    }
    if (negative && reason.isEmpty()) {
      throw new ProcessingFailure.Missing("reason");
    }
  }

  private static String clean(String text) {
    return text == null ? "" : Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }
}
