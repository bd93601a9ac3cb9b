package vn.motcua.reports;

import java.time.LocalDateTime;
import java.util.List;

/**
 * Form 02 (phiếu yêu cầu bổ sung, hoàn thiện hồ sơ): everything that is missing, once.
 *
 * @param papers that are asked for
 * @param reason lý do
 * @param answerBy until when; null: no day is set
 * @param recheck the same items again, after an answer that did not do
 * @param contact whom to ask, with telephone; may be empty
 * @param guide người hướng dẫn
 */
public record SupplementNotice(
    NoticeHead head,
    NoticeCase about,
    List<ReceiptPaper> papers,
    String reason,
    LocalDateTime answerBy,
    boolean recheck,
    String contact,
    String guide) {

  /**
   * @throws UnprintableTextException if a text cannot be printed or is missing
   */
  public SupplementNotice {
    papers = List.copyOf(papers);
    if (papers.isEmpty()) {
      throw UnprintableTextException.blank("Giấy tờ cần bổ sung");
    }
    reason = PrintableText.requiredParagraphs("Lý do", reason);
    contact = PrintableText.optional("Liên hệ", contact);
    guide = PrintableText.required("Người hướng dẫn", guide);
  }

  NoticeSheet sheet() {
    StringBuilder closing = new StringBuilder("Lý do: ").append(reason);
    if (answerBy != null) {
      closing.append("\nThời hạn bổ sung, hoàn thiện: trước ").append(NoticeSheet.moment(answerBy));
    }
    closing.append(NoticeSheet.contact(contact));
    return new NoticeSheet(
        head,
        recheck ? "Kiểm tra lại các giấy tờ đã yêu cầu; không phải yêu cầu mới" : "",
        String.join("\n", about.lines()) + "\nYêu cầu hoàn thiện hồ sơ gồm những nội dung sau:",
        papers,
        closing.toString(),
        NoticeSheet.Signature.NONE,
        new NoticeSheet.Signature("NGƯỜI HƯỚNG DẪN", guide),
        about.code());
  }
}
