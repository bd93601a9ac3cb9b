package vn.motcua.feedback;

import java.time.LocalDate;
import vn.motcua.database.StoredText;

/**
 * What somebody says, and who (conditions of NĐ 20/2008 Đ7: clear content, name, address, telephone
 * or e-mail).
 *
 * @param conductOn the day of what happened; null: not told
 * @param dossierCode the dossier it is about; may be empty
 */
public record NewFeedback(
    String title,
    String body,
    LocalDate conductOn,
    String dossierCode,
    String fullName,
    String phone,
    String email,
    String address) {

  public NewFeedback {
    title = StoredText.line(title);
    body = StoredText.paragraphs(body);
    dossierCode = StoredText.line(dossierCode);
    fullName = StoredText.line(fullName);
    phone = StoredText.line(phone);
    email = StoredText.line(email);
    address = StoredText.line(address);
  }

  /**
   * @throws FeedbackFailure.Missing of what the conditions ask for
   */
  void check(LocalDate today) {
    require(!title.isEmpty(), "title");
    require(body.length() >= 10, "body");
    require(!fullName.isEmpty(), "name");
    require(phone.matches("\\+?[\\d .()-]{8,20}") || email.matches("[^@\\s]+@[^@\\s]+"), "contact");
    require(conductOn == null || !conductOn.isAfter(today), "day");
  }

  private static void require(boolean holds, String entry) {
    if (!holds) {
      throw new FeedbackFailure.Missing(entry);
    }
  }
}
