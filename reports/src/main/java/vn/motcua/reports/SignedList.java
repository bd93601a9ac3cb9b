package vn.motcua.reports;

import java.time.ZonedDateTime;
import java.util.List;

/**
 * A numbered list that two sides sign: a hand-over slip (phiếu bàn giao), a block of reserved
 * codes, a list of moved dossiers.
 *
 * @param superiorAgency cơ quan chủ quản, one entry per line
 * @param issuingAgency who issues it, one entry per line
 * @param number as printed; empty where it has none
 * @param title in capitals as the form has it
 * @param introduction what stands above the table, line by line
 * @param headings of the four columns after the number
 * @param leftSignature who signs on the left, as "BÊN GIAO"
 */
public record SignedList(
    List<String> superiorAgency,
    List<String> issuingAgency,
    String number,
    String place,
    ZonedDateTime issuedAt,
    String title,
    List<String> introduction,
    List<String> headings,
    List<Row> rows,
    String leftSignature,
    String rightSignature) {

  /**
   * @throws UnprintableTextException if a text cannot be printed or is missing
   */
  public SignedList {
    superiorAgency = PrintableText.requiredLines("Cơ quan chủ quản", superiorAgency);
    issuingAgency = PrintableText.requiredLines("Đơn vị lập", issuingAgency);
    number = PrintableText.optional("Số", number);
    place = PrintableText.required("Địa danh", place);
    title = PrintableText.required("Tên danh sách", title);
    introduction = PrintableText.lines("Phần đầu", introduction);
    headings = PrintableText.requiredLines("Tên cột", headings);
    rows = List.copyOf(rows);
    leftSignature = PrintableText.required("Người ký bên trái", leftSignature);
    rightSignature = PrintableText.required("Người ký bên phải", rightSignature);
    if (headings.size() != 4) {
      throw new IllegalArgumentException("Four headings, not " + headings.size());
    }
  }

  /** A line of the table; what is empty is left to be written by hand. */
  public record Row(String first, String second, String third, String fourth) {

    /**
     * @throws UnprintableTextException if a text cannot be printed
     */
    public Row {
      first = PrintableText.optional("Cột 1", first);
      second = PrintableText.optional("Cột 2", second);
      third = PrintableText.optional("Cột 3", third);
      fourth = PrintableText.optional("Cột 4", fourth);
    }
  }
}
