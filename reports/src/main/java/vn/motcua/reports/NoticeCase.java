package vn.motcua.reports;

import java.util.ArrayList;
import java.util.List;

/**
 * Whose dossier a form is about, as its first lines say it. What is not known is empty.
 *
 * @param desk bộ phận tiếp nhận và trả kết quả
 * @param owner hồ sơ của
 * @param code mã hồ sơ; empty where there is no accepted dossier
 * @param summary nội dung yêu cầu giải quyết
 */
public record NoticeCase(
    String desk,
    String owner,
    String address,
    String phone,
    String email,
    String code,
    String summary) {

  /**
   * @throws UnprintableTextException if a text cannot be printed or is missing
   */
  public NoticeCase {
    desk = PrintableText.required("Bộ phận tiếp nhận", desk);
    owner = PrintableText.required("Chủ hồ sơ", owner);
    address = PrintableText.optional("Địa chỉ", address);
    phone = PrintableText.optional("Số điện thoại", phone);
    email = PrintableText.optional("Email", email);
    code = PrintableText.optional("Mã hồ sơ", code);
    summary = PrintableText.required("Nội dung yêu cầu giải quyết", summary);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("Bộ phận tiếp nhận và trả kết quả: " + desk);
    lines.add("Hồ sơ của: " + owner);
    lines.add("Địa chỉ: " + address);
    lines.add("Số điện thoại: %s    Email: %s".formatted(phone, email));
    if (!code.isEmpty()) {
      lines.add("Mã hồ sơ: " + code);
    }
    lines.add("Nội dung yêu cầu giải quyết: " + summary);
    return lines;
  }
}
