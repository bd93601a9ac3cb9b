package vn.motcua.reports;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.util.JRLoader;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;

/** Biểu II.06a on A4 landscape, as PDF/A-2b. */
final class ProcedureResultsPdf {

  private static final String LAYOUT = "procedure-results.jasper";

  /** Above this a figure in 11 pt no longer fits its column, and the form's figures shrink. */
  private static final long LARGEST_FULL_SIZE = 9_999_999L;

  private final JasperReport layout = load();
  private final JasperReport layoutOfOneRow = load();

  ProcedureResultsPdf() {
    // The layout takes the last row along when the signature moves to a new page. A single row
    // stays
    // where it is instead, or the first page would show a table without rows.
    layoutOfOneRow.getGroups()[0].setPreventOrphanFooter(false);
  }

  private static JasperReport load() {
    try (InputStream in = ProcedureResultsPdf.class.getResourceAsStream(LAYOUT)) {
      if (in == null) {
        throw new FileNotFoundException(LAYOUT);
      }
      return (JasperReport) JRLoader.loadObject(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JRException e) {
      throw new IllegalStateException(LAYOUT, e);
    }
  }

  byte[] render(ProcedureResultsReport report) {
    String title = report.edition().code() + " - " + report.period().label();
    return ArchivalPdf.of(draw(report), title, report.horizon().zoned());
  }

  /** The pages as drawn, not yet archival. */
  byte[] draw(ProcedureResultsReport report) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
    configuration.setCompressed(true);
    JRPdfExporter exporter = new JRPdfExporter();
    exporter.setConfiguration(configuration);
    exporter.setExporterInput(new SimpleExporterInput(pages(report)));
    exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
    try {
      exporter.exportReport();
    } catch (JRException e) {
      throw new IllegalStateException(LAYOUT, e);
    }
    return out.toByteArray();
  }

  JasperPrint pages(ProcedureResultsReport report) {
    ProcedureResultsRows rows = new ProcedureResultsRows(report);
    try {
      JasperPrint pages =
          JasperFillManager.fillReport(
              rows.count() == 1 ? layoutOfOneRow : layout, parameters(report), rows);
      LetterheadRules.fit(pages);
      return pages;
    } catch (JRException e) {
      throw new IllegalStateException(LAYOUT, e);
    }
  }

  private static Map<String, Object> parameters(ProcedureResultsReport report) {
    Letterhead head = report.letterhead();
    SignatureBlock signature = report.signature();
    Map<String, Object> values = new HashMap<>();
    values.put(JRParameter.REPORT_LOCALE, OfficialCapitals.VIETNAMESE);
    values.put("superiorAgency", OfficialCapitals.lines(head.superiorAgency()));
    values.put("issuingAgency", OfficialCapitals.lines(head.issuingAgency()));
    values.put("number", head.numberLine());
    values.put("placeAndDate", head.placeAndDate());
    values.put("formCode", report.edition().code());
    values.put("issuedUnder", report.edition().issuedUnder());
    values.put("title", OfficialCapitals.lines(report.edition().title()));
    values.put("periodLabel", report.period().labelLine());
    values.put("periodDates", report.period().datesLine());
    values.put("reportingUnit", report.reportingUnit());
    values.put("receivingUnit", report.receivingUnit());
    values.put("notes", report.notes());
    values.put("recipients", String.join("\n", signature.recipientLines()));
    values.put("authority", OfficialCapitals.lines(signature.authority()));
    values.put("signatory", signature.name());
    values.put("horizon", report.horizon().sentence());
    values.put("smallFigures", largestFigure(report) > LARGEST_FULL_SIZE);
    return values;
  }

  private static long largestFigure(ProcedureResultsReport report) {
    return IntStream.rangeClosed(DossierCounts.FIRST_COLUMN, DossierCounts.LAST_COLUMN)
        .mapToLong(report.total()::column)
        .max()
        .orElseThrow();
  }
}
