package vn.motcua.feedback;

import java.time.LocalDate;
import vn.motcua.database.StoredText;

/**
 * A complaint or denunciation as it came in.
 *
 * @param subject in general words, for the register; names nobody
 * @param aboutUnitId whose decision or conduct it is about
 * @param conductOn the day of it; null: not told
 * @param fullName who sent it
 */
public record NewPetition(
    PetitionKind kind,
    int branchId,
    String subject,
    int aboutUnitId,
    boolean aboutConduct,
    LocalDate conductOn,
    String fullName,
    String phone,
    String address,
    String content) {
  public NewPetition {
    subject = StoredText.line(subject);
    fullName = StoredText.line(fullName);
    phone = StoredText.line(phone);
    address = StoredText.line(address);
    content = StoredText.paragraphs(content);
  }
}
