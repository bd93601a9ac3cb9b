package vn.motcua.certification;

import java.text.Normalizer;
import java.util.UUID;

/**
 * The sheet as typed.
 *
 * @param requestId made once per sheet: the same again is answered with the same number
 * @param agencyId the body whose book and seal it is: a commune
 * @param requester who asks (người yêu cầu chứng thực)
 * @param nationalId required for signatures; may be empty for copies
 * @param title of the document
 * @param pages of one copy
 * @param copies how many copies, or signatures' cases
 * @param counter the desk that takes the fee in cash at once, as "Quầy 3"; empty: it is owed and
 *     collected like any other fee
 * @param electronic the copies are files (bản sao điện tử, NĐ 45/2020/NĐ-CP Đ10), not paper; copies
 *     only
 */
public record CertificationOrder(
    UUID requestId,
    Book book,
    int agencyId,
    String requester,
    String nationalId,
    String title,
    int pages,
    int copies,
    String counter,
    boolean electronic) {

  public CertificationOrder {
    requester = line(requester);
    nationalId = line(nationalId).replaceAll("[\\s.\\-]", "");
    title = line(title);
    counter = line(counter);
  }

  /** Copies on paper, or signatures. */
  public CertificationOrder(
      UUID requestId,
      Book book,
      int agencyId,
      String requester,
      String nationalId,
      String title,
      int pages,
      int copies,
      String counter) {
    this(requestId, book, agencyId, requester, nationalId, title, pages, copies, counter, false);
  }

  /** A sheet whose fee is collected apart. */
  public CertificationOrder(
      UUID requestId,
      Book book,
      int agencyId,
      String requester,
      String nationalId,
      String title,
      int pages,
      int copies) {
    this(requestId, book, agencyId, requester, nationalId, title, pages, copies, "");
  }

  /**
   * @throws CertificationFailure.Invalid for the first thing that is wrong
   */
  void check() {
    require("requester", !requester.isEmpty() && requester.length() <= 200);
    require("title", !title.isEmpty() && title.length() <= 300);
    require("national-id", book == Book.COPY || nationalId.matches("\\d{12}"));
    require("national-id", nationalId.isEmpty() || nationalId.matches("\\d{12}"));
    require("pages", pages >= 1 && pages <= 2_000);
    require("copies", copies >= 1 && copies <= 999);
    require("counter", counter.length() <= 60);
    require("electronic", !electronic || book == Book.COPY);
  }

  private static void require(String what, boolean there) {
    if (!there) {
      throw new CertificationFailure.Invalid(what);
    }
  }

  private static String line(String typed) {
    return typed == null
        ? ""
        : Normalizer.normalize(typed, Normalizer.Form.NFC)
            .replaceAll("[\\p{Cntrl}\\s\\u00a0]+", " ")
            .strip();
  }
}
