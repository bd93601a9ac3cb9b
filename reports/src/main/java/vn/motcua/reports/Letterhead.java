package vn.motcua.reports;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The head of an official paper (Decree 30/2020/NĐ-CP, Annex I).
 *
 * @param superiorAgency cơ quan chủ quản, one entry per line; may be empty
 * @param issuingAgency cơ quan ban hành, one entry per line
 * @param number running number, or empty while the registry (văn thư) has given none: then a gap is
 *     left for it
 * @param symbol what follows the number and the slash, for example "BC-TTPVHCC"
 * @param place place of issue, for example "Hà Nội"
 * @param date date of issue, or empty for a gap
 */
public record Letterhead(
    List<String> superiorAgency,
    List<String> issuingAgency,
    String number,
    String symbol,
    String place,
    Optional<LocalDate> date) {

  private static final String GAP = "\u00a0".repeat(8);
  private static final String SMALL_GAP = "\u00a0".repeat(6);

  /**
   * @throws UnprintableTextException if a text cannot be printed or is missing
   */
  public Letterhead {
    superiorAgency = PrintableText.lines("Cơ quan chủ quản", superiorAgency);
    issuingAgency = PrintableText.requiredLines("Cơ quan ban hành", issuingAgency);
    number = PrintableText.optional("Số văn bản", number);
    symbol = PrintableText.required("Ký hiệu văn bản", symbol);
    place = PrintableText.required("Địa danh", place);
  }

  /** "Số: 125/BC-TTPVHCC". */
  String numberLine() {
    return "Số: %s/%s".formatted(number.isEmpty() ? GAP : number, symbol);
  }

  /** "Hà Nội, ngày 05 tháng 02 năm 2026". */
  String placeAndDate() {
    return "%s, %s"
        .formatted(
            place,
            date.map(VietnameseDates::inWords)
                .orElse("ngày%1$stháng%1$snăm%1$s".formatted(SMALL_GAP)));
  }
}
