package vn.motcua.reports;

import java.time.LocalDateTime;
import java.util.List;

/**
 * Form 04 (văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết), by the competent agency.
 *
 * @param recipient kính gửi
 * @param receivedAt on the wall clock
 * @param promisedAt what the receipt told
 * @param reason why it will be late; empty in a draft: then a gap is left
 * @param newPromise the new moment; null in a draft
 * @param signerTitle chức vụ, printed in capitals
 * @param signer of the agency; empty in a draft
 * @param draft not issued yet (dự thảo)
 */
public record ApologyLetter(
    NoticeHead head,
    String recipient,
    NoticeCase about,
    LocalDateTime receivedAt,
    LocalDateTime promisedAt,
    String reason,
    LocalDateTime newPromise,
    String signerTitle,
    String signer,
    boolean draft) {

  private static final String GAP = "……………………………………………………";

  /**
   * @throws UnprintableTextException if a text cannot be printed, or one that only a draft may lack
   *     is missing
   */
  public ApologyLetter {
    recipient = PrintableText.required("Kính gửi", recipient);
    reason =
        draft
            ? PrintableText.paragraphs("Lý do", reason)
            : PrintableText.requiredParagraphs("Lý do", reason);
    signerTitle = PrintableText.required("Chức vụ người ký", signerTitle);
    signer =
        draft
            ? PrintableText.optional("Người ký", signer)
            : PrintableText.required("Người ký", signer);
    if (!draft && newPromise == null) {
      throw UnprintableTextException.blank("Ngày hẹn lại");
    }
  }

  NoticeSheet sheet() {
    List<String> lines = new java.util.ArrayList<>();
    lines.add("Kính gửi: " + recipient);
    lines.addAll(about.lines());
    lines.add("Thời gian nhận hồ sơ: " + NoticeSheet.moment(receivedAt));
    lines.add("Thời gian hẹn trả kết quả ban đầu: " + NoticeSheet.moment(promisedAt));
    return new NoticeSheet(
        head,
        draft ? "DỰ THẢO, chưa ban hành" : "",
        String.join("\n", lines),
        List.of(),
        "Hồ sơ chưa giải quyết xong đúng thời gian đã hẹn, vì lý do: "
            + (reason.isEmpty() ? GAP : reason)
            + "\nCơ quan giải quyết xin lỗi Ông/Bà, tổ chức vì sự chậm trễ này và đề nghị gia hạn"
            + " thời gian giải quyết."
            + "\nThời gian hẹn lại: "
            + (newPromise == null ? GAP : NoticeSheet.moment(newPromise))
            + "\nMong Ông/Bà, tổ chức thông cảm.",
        NoticeSheet.Signature.NONE,
        new NoticeSheet.Signature(
            signerTitle.toUpperCase(OfficialCapitals.VIETNAMESE),
            signer,
            "(Ký, ghi rõ họ tên và đóng dấu)"),
        about.code());
  }
}
