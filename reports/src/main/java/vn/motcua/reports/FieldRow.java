package vn.motcua.reports;

/**
 * One field of administrative procedures (lĩnh vực) with its counts.
 *
 * @param field name of the field, column (2)
 * @param counts columns (3) to (13)
 */
public record FieldRow(String field, DossierCounts counts) {

  /**
   * @throws ReportRefusedException if the name or the counts cannot be printed
   */
  public FieldRow {
    field = PrintableText.required("Lĩnh vực", field);
    counts.requirePrintable(field);
  }
}
