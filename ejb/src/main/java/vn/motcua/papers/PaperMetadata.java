package vn.motcua.papers;

import java.text.Normalizer;
import java.time.LocalDate;

/**
 * The least that must be known of a digitised paper (NĐ 118/2025 Đ19.2).
 *
 * @param typeCode mã loại giấy tờ
 * @param identifier số định danh of the paper; without one, holder, birth year, day and issuer
 * @param title tên
 * @param summary trích yếu
 * @param validUntil through this day; null with {@code noTerm}
 * @param noTerm không thời hạn
 * @param scope phạm vi hiệu lực
 */
public record PaperMetadata(
    String typeCode,
    String identifier,
    String holderName,
    Integer birthYear,
    LocalDate issuedOn,
    String issuer,
    String title,
    String summary,
    LocalDate validUntil,
    boolean noTerm,
    String scope) {

  private static final int LONGEST = 500;

  public PaperMetadata {
    typeCode = line(typeCode);
    identifier = line(identifier);
    holderName = line(holderName);
    issuer = line(issuer);
    title = line(title);
    summary = line(summary);
    scope = line(scope);
  }

  /** Text as it may enter: in NFC, without control characters, single spaces, not too long. */
  static String line(String typed) {
    String text =
        typed == null
            ? ""
            : Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\s\\u00a0]+", " ")
                .strip();
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  /**
   * @throws PaperFailure.Missing for the first thing that is missing
   */
  void check(LocalDate today) {
    require("type", !typeCode.isEmpty());
    require("title", !title.isEmpty());
    require("summary", !summary.isEmpty());
    require("scope", !scope.isEmpty());
    require("validity", noTerm != (validUntil != null));
    require(
        "identifier",
        !identifier.isEmpty()
            || !holderName.isEmpty() && birthYear != null && issuedOn != null && !issuer.isEmpty());
    require("issued-on", issuedOn == null || !issuedOn.isAfter(today));
    require("birth-year", birthYear == null || birthYear >= 1900 && birthYear <= today.getYear());
    require(
        "validity-order", validUntil == null || issuedOn == null || !validUntil.isBefore(issuedOn));
  }

  private static void require(String what, boolean there) {
    if (!there) {
      throw new PaperFailure.Missing(what);
    }
  }
}
