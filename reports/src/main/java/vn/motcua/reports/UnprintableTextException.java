package vn.motcua.reports;

/** A text that is blank where the form needs one, or holds a character that no form may show. */
public final class UnprintableTextException extends ReportRefusedException {

  private static final long serialVersionUID = 1L;

  private UnprintableTextException(String message) {
    super("report.text.unprintable", message);
  }

  static UnprintableTextException blank(String entry) {
    return new UnprintableTextException(
        "Mục “%s” của biểu còn trống; hãy điền rồi in lại.".formatted(entry));
  }

  static UnprintableTextException character(String entry, int codePoint, int position) {
    return new UnprintableTextException(
        "Mục “%s” có ký tự không in được (U+%04X, vị trí %d); hãy sửa nội dung rồi in lại."
            .formatted(entry, codePoint, position));
  }
}
