package vn.motcua.reports;

import java.time.LocalDate;

/**
 * A reporting period (kỳ báo cáo) as the form prints it.
 *
 * @param label for example "Quý I năm 2026"
 * @param from first day
 * @param to last day, inclusive: forms print the last day, while figures are kept half-open
 */
public record ReportingPeriod(String label, LocalDate from, LocalDate to) {

  /**
   * @throws UnprintableTextException if the label cannot be printed
   * @throws ImpossiblePeriodException if the period ends before it begins
   */
  public ReportingPeriod {
    label = PrintableText.required("Kỳ báo cáo", label);
    if (to.isBefore(from)) {
      throw new ImpossiblePeriodException(from, to);
    }
  }

  /** "Kỳ báo cáo: Quý I năm 2026". */
  String labelLine() {
    return "Kỳ báo cáo: " + label;
  }

  /** "(Từ ngày 15 tháng 12 năm 2025 đến ngày 14 tháng 3 năm 2026)". */
  String datesLine() {
    return "(Từ %s đến %s)".formatted(VietnameseDates.inWords(from), VietnameseDates.inWords(to));
  }
}
