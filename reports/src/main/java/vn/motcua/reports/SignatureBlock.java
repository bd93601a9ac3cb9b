package vn.motcua.reports;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Who signs.
 *
 * @param authority quyền hạn and chức vụ, one entry per line, printed in capitals: "KT. GIÁM ĐỐC",
 *     "PHÓ GIÁM ĐỐC"
 * @param name the signer's name, or empty while it is not known
 * @param recipients nơi nhận, without dash and punctuation, which the form adds
 */
public record SignatureBlock(List<String> authority, String name, List<String> recipients) {

  /**
   * @throws UnprintableTextException if a text cannot be printed, or authority or recipients are
   *     missing
   */
  public SignatureBlock {
    authority = PrintableText.requiredLines("Chức vụ người ký", authority);
    name = PrintableText.optional("Họ tên người ký", name);
    recipients = PrintableText.requiredLines("Nơi nhận", recipients);
  }

  /** One line per recipient: "- Văn phòng Chính phủ;", the last with a full stop. */
  List<String> recipientLines() {
    return IntStream.range(0, recipients.size())
        .mapToObj(i -> "- " + recipients.get(i) + (i == recipients.size() - 1 ? "." : ";"))
        .toList();
  }
}
