package vn.motcua.reports;

import java.util.List;

/**
 * The fields whose procedures one level of government decides (cấp giải quyết). A level without
 * rows is printed with the remark that nothing occurred.
 *
 * @param level heading, for example "TTHC thuộc thẩm quyền giải quyết của cấp tỉnh"
 * @param rows in the order of the form
 */
public record LevelSection(String level, List<FieldRow> rows) {

  /**
   * @throws ReportRefusedException if the heading or the subtotal cannot be printed
   */
  public LevelSection {
    level = PrintableText.required("Cấp giải quyết", level);
    rows = List.copyOf(rows);
    subtotal(rows).requirePrintable(level);
  }

  /** The sum of the rows. */
  public DossierCounts subtotal() {
    return subtotal(rows);
  }

  private static DossierCounts subtotal(List<FieldRow> rows) {
    return rows.stream().map(FieldRow::counts).reduce(DossierCounts.NONE, DossierCounts::plus);
  }
}
