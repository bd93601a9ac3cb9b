package vn.motcua.reports;

import java.time.ZonedDateTime;
import java.util.List;

/**
 * A paper about money on A5: the receipt for a fee (biên lai thu phí, lệ phí) and the closing of a
 * counter's day (phiếu chốt ngày) have the same build: head, lines, a table, lines, two signatures.
 *
 * @param superiorAgency cơ quan chủ quản, one entry per line
 * @param issuingAgency the branch, one entry per line
 * @param number as printed, as "Số: 0000012"
 * @param place of issue
 * @param issuedAt on the wall clock of the place
 * @param title printed in capitals
 * @param remark below the title; empty: none. A cancelled receipt says so here
 * @param head lines above the table
 * @param headings of the table's four columns, the first is for ordinals
 * @param rows four cells each
 * @param tail lines below the table
 * @param left who signs at the left; the name may be empty
 * @param right who signs at the right
 */
public record MoneySheet(
    List<String> superiorAgency,
    List<String> issuingAgency,
    String number,
    String place,
    ZonedDateTime issuedAt,
    String title,
    String remark,
    List<String> head,
    List<String> headings,
    List<List<String>> rows,
    List<String> tail,
    Signer left,
    Signer right) {

  /** Columns of the table. */
  static final int COLUMNS = 4;

  /**
   * @throws UnprintableTextException if a text cannot be printed or is missing
   */
  public MoneySheet {
    superiorAgency = PrintableText.requiredLines("Cơ quan chủ quản", superiorAgency);
    issuingAgency = PrintableText.requiredLines("Đơn vị", issuingAgency);
    number = PrintableText.required("Số", number);
    place = PrintableText.required("Địa danh", place);
    title = PrintableText.required("Tên giấy", title);
    remark = PrintableText.optional("Ghi chú", remark);
    head = PrintableText.requiredLines("Phần đầu", head);
    headings = PrintableText.requiredLines("Tên cột", headings);
    rows =
        rows.stream()
            .map(row -> row.stream().map(cell -> PrintableText.optional("Bảng", cell)).toList())
            .toList();
    tail = PrintableText.requiredLines("Phần cuối", tail);
    if (headings.size() != COLUMNS || rows.stream().anyMatch(row -> row.size() != COLUMNS)) {
      throw new IllegalArgumentException("A money sheet has four columns");
    }
    if (rows.isEmpty()) {
      throw UnprintableTextException.blank("Bảng");
    }
  }

  /**
   * Who signs.
   *
   * @param role printed in capitals
   */
  public record Signer(String role, String name) {
    public Signer {
      role = PrintableText.required("Người ký", role);
      name = PrintableText.optional("Họ tên người ký", name);
    }
  }
}
