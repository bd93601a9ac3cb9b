package vn.motcua.reports;

/**
 * Form 03 (phiếu từ chối tiếp nhận giải quyết hồ sơ): nothing was accepted.
 *
 * @param about without a dossier code
 * @param reason lý do cụ thể
 * @param contact whom to ask; may be empty
 * @param submitter người nộp
 * @param refuser người từ chối
 */
public record RefusalNotice(
    NoticeHead head,
    NoticeCase about,
    String reason,
    String contact,
    String submitter,
    String refuser) {

  /**
   * @throws UnprintableTextException if a text cannot be printed or is missing
   */
  public RefusalNotice {
    reason = PrintableText.requiredParagraphs("Lý do", reason);
    contact = PrintableText.optional("Liên hệ", contact);
    submitter = PrintableText.required("Người nộp", submitter);
    refuser = PrintableText.required("Người từ chối", refuser);
  }

  NoticeSheet sheet() {
    return new NoticeSheet(
        head,
        "",
        String.join("\n", about.lines()),
        java.util.List.of(),
        "Qua xem xét, nơi tiếp nhận từ chối tiếp nhận hồ sơ này, với lý do cụ thể như sau:\n"
            + reason
            + NoticeSheet.contact(contact),
        new NoticeSheet.Signature("NGƯỜI NỘP HỒ SƠ", submitter),
        new NoticeSheet.Signature("NGƯỜI TỪ CHỐI TIẾP NHẬN HỒ SƠ", refuser),
        about.owner());
  }
}
