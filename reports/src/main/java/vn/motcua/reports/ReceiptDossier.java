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
    String trackingAddress) {

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
