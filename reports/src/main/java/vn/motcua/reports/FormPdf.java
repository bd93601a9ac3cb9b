package vn.motcua.reports;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.engine.util.JRLoader;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;

/** A layout that is filled with texts and rows of texts, and comes out as PDF/A-2b. */
final class FormPdf {

  private final String name;
  private final JasperReport layout;

  /**
   * @param name of the compiled layout
   */
  FormPdf(String name) {
    this.name = name;
    layout = load(name);
  }

  private static JasperReport load(String name) {
    try (InputStream in = FormPdf.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException(name);
      }
      return (JasperReport) JRLoader.loadObject(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JRException e) {
      throw new IllegalStateException(name, e);
    }
  }

  byte[] render(
      Map<String, Object> parameters,
      List<Map<String, ?>> rows,
      String title,
      ZonedDateTime issuedAt) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
    configuration.setCompressed(true);
    JRPdfExporter exporter = new JRPdfExporter();
    exporter.setConfiguration(configuration);
    exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
    try {
      Collection<Map<String, ?>> data = rows;
      JasperPrint pages =
          JasperFillManager.fillReport(layout, parameters, new JRMapCollectionDataSource(data));
      LetterheadRules.fit(pages);
      exporter.setExporterInput(new SimpleExporterInput(pages));
      exporter.exportReport();
    } catch (JRException e) {
      throw new IllegalStateException(name, e);
    }
    return ArchivalPdf.of(out.toByteArray(), title, issuedAt);
  }
}
