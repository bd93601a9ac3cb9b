package vn.motcua.processing;

import java.text.Normalizer;
import java.time.Instant;

/**
 * The competent agency's apology with a new moment (gia hạn, form 04).
 *
 * @param newPromise what the applicant is promised now
 * @param reason why it will be late; the applicant reads it
 * @param document number of the letter, as the agency's registry gave it; may be empty
 * @param signerTitle office of who signed
 * @param signer name
 * @param overrideBy login of the branch director who takes it too late, or null
 * @param overrideReason why
 */
public record Extension(
    Instant newPromise,
    String reason,
    String document,
    String signerTitle,
    String signer,
    String overrideBy,
    String overrideReason) {

  public Extension {
    reason = clean(reason);
    document = clean(document);
    signerTitle = clean(signerTitle);
    signer = clean(signer);
    overrideReason = clean(overrideReason);
  }

  Extension allowedBy(String login) {
    return new Extension(newPromise, reason, document, signerTitle, signer, login, overrideReason);
  }

  /** Somebody wants it though it is too late. */
  boolean overrides() {
    return !overrideReason.isEmpty();
  }

  /**
   * @throws ProcessingFailure.Missing where something was not written
   */
  void check() {
    if (reason.isEmpty()) {
      throw new ProcessingFailure.Missing("reason");
    }
    if (signer.isEmpty() || signerTitle.isEmpty()) {
      throw new ProcessingFailure.Missing("apology-signer");
    }
    if (newPromise == null) {
      throw new ProcessingFailure.Missing("new-promise");
    }
  }

  private static String clean(String text) {
    return text == null ? "" : Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }
}
