package vn.motcua.reports;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.engine.util.JRLoader;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;

/** A list that two sides sign, on A4, as PDF/A-2b. */
final class SignedListPdf {

  private static final String LAYOUT = "signed-list.jasper";

  private final JasperReport layout = load();

  private static JasperReport load() {
    try (InputStream in = SignedListPdf.class.getResourceAsStream(LAYOUT)) {
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

  byte[] render(SignedList list) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
    configuration.setCompressed(true);
    JRPdfExporter exporter = new JRPdfExporter();
    exporter.setConfiguration(configuration);
    exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
    try {
      JasperPrint pages =
          JasperFillManager.fillReport(
              layout, parameters(list), new JRMapCollectionDataSource(rows(list)));
      LetterheadRules.fit(pages);
      exporter.setExporterInput(new SimpleExporterInput(pages));
      exporter.exportReport();
    } catch (JRException e) {
      throw new IllegalStateException(LAYOUT, e);
    }
    return ArchivalPdf.of(out.toByteArray(), list.title() + " " + list.number(), list.issuedAt());
  }

  private static Map<String, Object> parameters(SignedList list) {
    Map<String, Object> values = new HashMap<>();
    values.put(JRParameter.REPORT_LOCALE, OfficialCapitals.VIETNAMESE);
    values.put("superiorAgency", OfficialCapitals.lines(list.superiorAgency()));
    values.put("issuingAgency", OfficialCapitals.lines(list.issuingAgency()));
    values.put("number", list.number().isEmpty() ? "" : "Số: " + list.number());
    values.put(
        "placeAndDate",
        list.place() + ", " + VietnameseDates.inWords(list.issuedAt().toLocalDate()));
    values.put("title", list.title());
    values.put("introduction", String.join("\n", list.introduction()));
    for (int i = 0; i < list.headings().size(); i++) {
      values.put("heading" + (i + 1), list.headings().get(i));
    }
    values.put("left", list.leftSignature());
    values.put("right", list.rightSignature());
    values.put("total", "Tổng số: " + list.rows().size());
    return values;
  }

  private static List<Map<String, ?>> rows(SignedList list) {
    List<Map<String, ?>> rows = new ArrayList<>();
    for (int i = 0; i < list.rows().size(); i++) {
      SignedList.Row row = list.rows().get(i);
      rows.add(
          Map.of(
              "ordinal",
              String.valueOf(i + 1),
              "first",
              row.first(),
              "second",
              row.second(),
              "third",
              row.third(),
              "fourth",
              row.fourth()));
    }
    return rows;
  }
}
