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
  private final SignedListPdf signedListPdf = new SignedListPdf();

  private final FormPdf noticePdf = new FormPdf("dossier-notice.jasper");
  private final FormPdf controlSheetPdf = new FormPdf("control-sheet.jasper");
  private final FormPdf registerPdf = new FormPdf("dossier-register.jasper");

  /** Form 02 as PDF/A-2b, fonts embedded, A5. */
  public byte[] pdf(SupplementNotice notice) {
    return pdf(notice.sheet());
  }

  /** Form 03 as PDF/A-2b, fonts embedded, A5. */
  public byte[] pdf(RefusalNotice notice) {
    return pdf(notice.sheet());
  }

  /** Form 04 as PDF/A-2b, fonts embedded, A5. */
  public byte[] pdf(ApologyLetter letter) {
    return pdf(letter.sheet());
  }

  /** Form 05 as PDF/A-2b, fonts embedded, A5. */
  public byte[] pdf(StopNotice notice) {
    return pdf(notice.sheet());
  }

  /** Form 06 as PDF/A-2b, fonts embedded, A5 landscape. */
  public byte[] pdf(ControlSheet sheet) {
    return controlSheetPdf.render(
        sheet.parameters(),
        sheet.rows(),
        sheet.head().fileTitle(sheet.about().code()),
        sheet.head().issuedAt());
  }

  /** Form 07 as PDF/A-2b, fonts embedded, A4 landscape. */
  public byte[] pdf(DossierRegister register) {
    return registerPdf.render(
        register.parameters(),
        register.rows(),
        register.head().fileTitle(""),
        register.head().issuedAt());
  }

  private byte[] pdf(NoticeSheet sheet) {
    return noticePdf.render(
        sheet.parameters(),
        sheet.rows(),
        sheet.head().fileTitle(sheet.subject()),
        sheet.head().issuedAt());
  }

  private final MoneySheetPdf moneySheetPdf = new MoneySheetPdf();

  /** A receipt for a fee, or the closing of a counter's day, as PDF/A-2b, fonts embedded, A5. */
  public byte[] pdf(MoneySheet sheet) {
    return moneySheetPdf.render(sheet);
  }

  /** Form 01 as PDF/A-2b, fonts embedded, A5. */
  public byte[] pdf(DossierReceipt receipt) {
    return dossierReceiptPdf.render(receipt);
  }

  /** A list that two sides sign, as PDF/A-2b, fonts embedded, A4. */
  public byte[] pdf(SignedList list) {
    return signedListPdf.render(list);
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
