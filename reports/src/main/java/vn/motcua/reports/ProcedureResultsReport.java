package vn.motcua.reports;

import java.util.List;

/**
 * Biểu II.06a: situation and results of handling administrative procedures at the agency that
 * decides them (tình hình, kết quả giải quyết TTHC tại cơ quan, đơn vị trực tiếp giải quyết).
 *
 * <p>A count of zero is printed as 0: a blank or a dash would read as "not reported".
 *
 * <p>Dossiers closed without a result have no column of their own; where the caller counts them in
 * (7), a footnote must say so.
 *
 * @param edition code and title of the form
 * @param letterhead head of the paper
 * @param reportingUnit đơn vị báo cáo
 * @param receivingUnit đơn vị nhận báo cáo
 * @param period the reporting period
 * @param sections fields grouped by level; empty when nothing occurred
 * @param footnotes printed under the table, one entry each
 * @param signature who signs and who receives
 * @param horizon the cut that the figures were frozen at
 */
public record ProcedureResultsReport(
    FormEdition edition,
    Letterhead letterhead,
    String reportingUnit,
    String receivingUnit,
    ReportingPeriod period,
    List<LevelSection> sections,
    List<String> footnotes,
    SignatureBlock signature,
    FigureHorizon horizon) {

  /**
   * @throws ReportRefusedException if a text or a total cannot be printed
   */
  public ProcedureResultsReport {
    reportingUnit = PrintableText.required("Đơn vị báo cáo", reportingUnit);
    receivingUnit = PrintableText.required("Đơn vị nhận báo cáo", receivingUnit);
    sections = List.copyOf(sections);
    footnotes = PrintableText.lines("Ghi chú", footnotes);
    total(sections).requirePrintable("Tổng số");
  }

  /** What the form prints in place of rows. */
  static final String NOTHING_OCCURRED = "Không phát sinh hồ sơ trong kỳ";

  /** The last row of the form: the sum of all rows. */
  public DossierCounts total() {
    return total(sections);
  }

  /** The remarks under the table, one line each; empty when there are none. */
  String notes() {
    return footnotes.isEmpty() ? "" : "Ghi chú:\n- " + String.join("\n- ", footnotes);
  }

  private static DossierCounts total(List<LevelSection> sections) {
    return sections.stream()
        .map(LevelSection::subtotal)
        .reduce(DossierCounts.NONE, DossierCounts::plus);
  }
}
