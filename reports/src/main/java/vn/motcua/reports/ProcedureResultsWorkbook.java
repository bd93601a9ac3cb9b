package vn.motcua.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Biểu II.06a as a workbook. Figures are values, not formulas: an issued report must not
 * recalculate.
 *
 * <p>The sheet is drawn cell by cell instead of exported from the page layout, because an export
 * repeats page headers inside the sheet and can freeze nothing.
 */
final class ProcedureResultsWorkbook {

  private static final float MILLIMETRES_PER_INCH = 25.4f;

  byte[] render(ProcedureResultsReport report) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Motcua", null)) {
      workbook.setGlobalDefaultFont(SheetCells.FONT, 11);
      workbook.properties().setTitle(report.edition().code() + " - " + report.period().label());
      Worksheet sheet = workbook.newWorksheet("II.06a");
      new ProcedureResultsSheet(sheet).write(report);
      preparePrinting(sheet);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ReproducibleWorkbook.of(out.toByteArray(), report.horizon().at());
  }

  /** A4 landscape, margins as in the printed form, page number in the top margin. */
  private static void preparePrinting(Worksheet sheet) {
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.pageOrientation("landscape");
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.leftMargin(30 / MILLIMETRES_PER_INCH);
    sheet.rightMargin(15 / MILLIMETRES_PER_INCH);
    sheet.topMargin(20 / MILLIMETRES_PER_INCH);
    sheet.bottomMargin(20 / MILLIMETRES_PER_INCH);
    sheet.headerMargin(10 / MILLIMETRES_PER_INCH);
    sheet.header("&P", Position.CENTER, SheetCells.FONT, 13);
    sheet.hideGridLines();
  }
}
