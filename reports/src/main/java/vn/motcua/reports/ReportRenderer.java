package vn.motcua.reports;

/**
 * Prints official forms. Thread-safe; costs a layout to load, so keep one.
 *
 * <p>The same report gives the same bytes, whenever and wherever it is printed with one Java
 * release: the files carry the moment of the report's {@link FigureHorizon}, not that of printing.
 */
public final class ReportRenderer {

  private final ProcedureResultsPdf procedureResultsPdf = new ProcedureResultsPdf();
  private final ProcedureResultsWorkbook procedureResultsWorkbook = new ProcedureResultsWorkbook();

  private final DossierReceiptPdf dossierReceiptPdf = new DossierReceiptPdf();
  private final MoneySheetPdf moneySheetPdf = new MoneySheetPdf();

  /** A receipt for a fee, or the closing of a counter's day, as PDF/A-2b, fonts embedded, A5. */
  public byte[] pdf(MoneySheet sheet) {
    return moneySheetPdf.render(sheet);
  }

  /** Form 01 as PDF/A-2b, fonts embedded, A5. */
  public byte[] pdf(DossierReceipt receipt) {
    return dossierReceiptPdf.render(receipt);
  }

  /** Biểu II.06a as PDF/A-2b, fonts embedded, A4 landscape. */
  public byte[] pdf(ProcedureResultsReport report) {
    return procedureResultsPdf.render(report);
  }

  /** Biểu II.06a as a workbook of one sheet in the same layout, figures as numbers. */
  public byte[] xlsx(ProcedureResultsReport report) {
    return procedureResultsWorkbook.render(report);
  }
}
