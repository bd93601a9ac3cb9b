package vn.motcua.reports;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRField;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.util.JRLoader;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;

/** Papers about money on A5, as PDF/A-2b. */
final class MoneySheetPdf {

  private static final String LAYOUT = "money-sheet.jasper";

  private final JasperReport layout = load();

  private static JasperReport load() {
    try (InputStream in = MoneySheetPdf.class.getResourceAsStream(LAYOUT)) {
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

  byte[] render(MoneySheet sheet) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
    configuration.setCompressed(true);
    JRPdfExporter exporter = new JRPdfExporter();
    exporter.setConfiguration(configuration);
    exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
    try {
      JasperPrint pages =
          JasperFillManager.fillReport(layout, parameters(sheet), new Rows(sheet.rows()));
      LetterheadRules.fit(pages);
      exporter.setExporterInput(new SimpleExporterInput(pages));
      exporter.exportReport();
    } catch (JRException e) {
      throw new IllegalStateException(LAYOUT, e);
    }
    return ArchivalPdf.of(
        out.toByteArray(), sheet.title() + " " + sheet.number(), sheet.issuedAt());
  }

  private static Map<String, Object> parameters(MoneySheet sheet) {
    Map<String, Object> values = new HashMap<>();
    values.put(JRParameter.REPORT_LOCALE, OfficialCapitals.VIETNAMESE);
    values.put("superiorAgency", OfficialCapitals.lines(sheet.superiorAgency()));
    values.put("issuingAgency", OfficialCapitals.lines(sheet.issuingAgency()));
    values.put("number", sheet.number());
    values.put(
        "placeAndDate",
        sheet.place() + ", " + VietnameseDates.inWords(sheet.issuedAt().toLocalDate()));
    values.put("title", OfficialCapitals.lines(List.of(sheet.title())));
    values.put("remark", sheet.remark());
    values.put("head", String.join("\n", sheet.head()));
    values.put("tail", String.join("\n", sheet.tail()));
    for (int i = 0; i < MoneySheet.COLUMNS; i++) {
      values.put("heading" + i, sheet.headings().get(i));
    }
    values.put("leftRole", OfficialCapitals.lines(List.of(sheet.left().role())));
    values.put("leftName", sheet.left().name());
    values.put("rightRole", OfficialCapitals.lines(List.of(sheet.right().role())));
    values.put("rightName", sheet.right().name());
    return values;
  }

  private static final class Rows implements JRDataSource {

    private final List<List<String>> rows;
    private int current = -1;

    Rows(List<List<String>> rows) {
      this.rows = rows;
    }

    @Override
    public boolean next() {
      return ++current < rows.size();
    }

    /** Fields are called cell0 to cell3. */
    @Override
    public Object getFieldValue(JRField field) {
      return rows.get(current).get(field.getName().charAt(4) - '0');
    }
  }
}
