package vn.motcua.reports;

import java.time.LocalDateTime;
import java.util.List;

/**
 * A dossier on a receipt.
 *
 * @param code the dossier code (mã hồ sơ)
 * @param summary what is asked for (nội dung yêu cầu giải quyết)
 * @param agency who decides
 * @param sets of the dossier (số bộ)
 * @param limit the time the law gives, in words
 * @param receivedAt on the wall clock of the place of issue
 * @param dueAt likewise
 * @param returnedAt where the result is received, in words
 * @param fee in words; empty where it is not known
 * @param register where it stands in the register; null where it has no number there
 * @param second the second phase, null where there is none
 * @param trackingAddress what the QR code says; nobody can guess it
 */
public record ReceiptDossier(
    String code,
    String summary,
    String agency,
    List<ReceiptPaper> papers,
    int sets,
    String limit,
    LocalDateTime receivedAt,
    LocalDateTime dueAt,
    String returnedAt,
    String fee,
    Register register,
    SecondPhase second,
    String trackingAddress) {

  /**
   * An entry of the register (vào sổ theo dõi hồ sơ, form 07).
   *
   * @param book quyển số
   * @param number số thứ tự
   */
  public record Register(String book, String number) {

    /**
     * @throws UnprintableTextException if a text cannot be printed or is missing
     */
    public Register {
      book = PrintableText.required("Quyển số", book);
      number = PrintableText.required("Số thứ tự", number);
    }
  }

  /**
   * What follows a supplement or an extension (giai đoạn hai), on the wall clock of the place.
   *
   * @param receivedAt when the supplement was complete; null where the promise alone was moved
   * @param dueAt the result is promised for then
   */
  public record SecondPhase(LocalDateTime receivedAt, LocalDateTime dueAt) {}

  /**
   * @throws UnprintableTextException if a text cannot be printed or is missing
   */
  public ReceiptDossier {
    code = PrintableText.required("Mã hồ sơ", code);
    summary = PrintableText.required("Nội dung yêu cầu giải quyết", summary);
    agency = PrintableText.required("Cơ quan giải quyết", agency);
    papers = List.copyOf(papers);
    limit = PrintableText.required("Thời gian giải quyết", limit);
    returnedAt = PrintableText.required("Đăng ký nhận kết quả", returnedAt);
    fee = PrintableText.optional("Phí, lệ phí", fee);
    trackingAddress = PrintableText.required("Địa chỉ tra cứu", trackingAddress);
  }
}
