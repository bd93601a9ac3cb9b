package vn.motcua.reception;

import java.time.LocalDate;

/**
 * A person as typed at the counter.
 *
 * @param organisation an enterprise or other body; else a citizen
 * @param nationalId 12 digits (số định danh); empty only with {@code noPapersReason}
 * @param enterpriseId tax or enterprise number of an organisation
 * @param noPapersReason why there is no paper to show (không có giấy tờ)
 * @param birthDate null: not known
 * @param communeId body of the commune of residence; null: outside the city or not known
 * @param nameConfirmed the clerk has seen the paper: its name goes before the one on record
 */
public record PersonEntry(
    boolean organisation,
    String fullName,
    String nationalId,
    String enterpriseId,
    String noPapersReason,
    LocalDate birthDate,
    String phone,
    String email,
    String address,
    Integer communeId,
    boolean nameConfirmed) {

  public PersonEntry {
    fullName = EntryText.line(fullName);
    nationalId = EntryText.number(nationalId);
    enterpriseId = EntryText.number(enterpriseId);
    noPapersReason = EntryText.line(noPapersReason);
    phone = EntryText.line(phone);
    email = EntryText.line(email);
    address = EntryText.line(address);
  }

  /** A citizen with an identity card and a telephone. */
  public static PersonEntry citizen(
      String fullName, String nationalId, LocalDate birthDate, String phone, Integer communeId) {
    return new PersonEntry(
        false, fullName, nationalId, "", "", birthDate, phone, "", "", communeId, false);
  }
}
