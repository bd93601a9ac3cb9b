package vn.motcua.reports;

import java.time.LocalDateTime;
import java.util.List;

/**
 * Form 05 (thông báo dừng giải quyết hồ sơ).
 *
 * @param request whose wish or which fact ends it, in words
 * @param stage how far it had come
 * @param stoppedAt on the wall clock
 * @param decision what was decided, with its reason
 * @param money what becomes of fees paid; may be empty
 * @param late it had run past its due moment: that stays a fact
 * @param contact whom to ask; may be empty
 * @param signer who signs for the agency or branch
 */
public record StopNotice(
    NoticeHead head,
    NoticeCase about,
    String request,
    String stage,
    LocalDateTime stoppedAt,
    String decision,
    String money,
    boolean late,
    String contact,
    String signer) {

  /**
   * @throws UnprintableTextException if a text cannot be printed or is missing
   */
  public StopNotice {
    request = PrintableText.required("Yêu cầu dừng", request);
    stage = PrintableText.required("Giai đoạn đã giải quyết", stage);
    decision = PrintableText.requiredParagraphs("Quyết định", decision);
    money = PrintableText.paragraphs("Phí, lệ phí", money);
    contact = PrintableText.optional("Liên hệ", contact);
    signer = PrintableText.required("Người ký", signer);
  }

  NoticeSheet sheet() {
    List<String> lines = new java.util.ArrayList<>();
    lines.add("1. Yêu cầu dừng giải quyết: " + request);
    lines.add("2. Giai đoạn đã giải quyết: " + stage);
    lines.add("3. Quyết định: dừng giải quyết từ " + NoticeSheet.moment(stoppedAt));
    lines.add("Lý do: " + decision);
    lines.add(
        "4. Phí, lệ phí đã nộp: "
            + (money.isEmpty() ? "không có khoản nào cần hoàn trả được ghi nhận" : money));
    if (late) {
      lines.add("Hồ sơ đã quá hạn giải quyết trước khi dừng.");
    }
    return new NoticeSheet(
        head,
        "",
        String.join("\n", about.lines()),
        List.of(),
        String.join("\n", lines) + NoticeSheet.contact(contact),
        NoticeSheet.Signature.NONE,
        new NoticeSheet.Signature("NGƯỜI THÔNG BÁO", signer),
        about.code());
  }
}
