package vn.motcua.reports;

import java.util.List;

/**
 * One edition of a form. Codes and titles change with the circular that prescribes them, so they
 * are given, not fixed.
 *
 * @param code for example "Biểu số II.06a/VPCP/KSTT"
 * @param issuedUnder the circular, or empty where it is not to be printed
 * @param title one entry per line, printed in capitals
 */
public record FormEdition(String code, String issuedUnder, List<String> title) {

  /** The columns and title of Circular 01/2020/TT-VPCP, which later editions kept. */
  public static final FormEdition II_06A =
      new FormEdition(
          "Biểu số II.06a/VPCP/KSTT",
          "",
          List.of(
              "Tình hình, kết quả giải quyết thủ tục hành chính",
              "tại cơ quan, đơn vị trực tiếp giải quyết"));

  /**
   * @throws UnprintableTextException if a text cannot be printed, or code or title is missing
   */
  public FormEdition {
    code = PrintableText.required("Số biểu", code);
    issuedUnder = PrintableText.optional("Căn cứ ban hành biểu", issuedUnder);
    title = PrintableText.requiredLines("Tên biểu", title);
  }
}
