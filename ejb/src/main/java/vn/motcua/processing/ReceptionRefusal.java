package vn.motcua.processing;

import java.text.Normalizer;
import java.util.UUID;

/**
 * What is refused at the counter, from what was typed so far (từ chối tiếp nhận).
 *
 * @param requestId made once per form: the same again is the same refusal
 * @param fullName whose matter it is
 * @param nationalId twelve digits; empty where none was shown
 * @param submitter who stands at the counter; empty: the same
 * @param reason lý do cụ thể; the applicant reads it
 */
public record ReceptionRefusal(
    UUID requestId,
    String procedureCode,
    String fullName,
    String nationalId,
    String address,
    String phone,
    String email,
    String submitter,
    String reason) {

  public ReceptionRefusal {
    procedureCode = clean(procedureCode);
    fullName = clean(fullName);
    nationalId = clean(nationalId).replaceAll("[\\s.]", "");
    address = clean(address);
    phone = clean(phone);
    email = clean(email);
    submitter = clean(submitter);
    reason = clean(reason);
  }

  /**
   * @throws ProcessingFailure.Missing where something was not written
   */
  void check() {
    if (procedureCode.isEmpty() || requestId == null) {
      throw new ProcessingFailure.Missing("procedure");
    }
    if (fullName.isEmpty()) {
      throw new ProcessingFailure.Missing("full-name");
    }
    if (!nationalId.isEmpty() && !nationalId.matches("[0-9]{12}")) {
      throw new ProcessingFailure.Missing("national-id");
    }
    if (reason.isEmpty()) {
      throw new ProcessingFailure.Missing("reason");
    }
  }

  private static String clean(String text) {
    return text == null ? "" : Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }
}
