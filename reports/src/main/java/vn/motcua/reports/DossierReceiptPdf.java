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
import net.sf.jasperreports.engine.util.JRLoader;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;

/** Form 01 on A5, as PDF/A-2b: first the copy for the applicant, then the one that is kept. */
final class DossierReceiptPdf {

  private static final String LAYOUT = "dossier-receipt.jasper";

  private final JasperReport layout = load();

  private static JasperReport load() {
    try (InputStream in = DossierReceiptPdf.class.getResourceAsStream(LAYOUT)) {
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

  byte[] render(DossierReceipt receipt) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
    configuration.setCompressed(true);
    JRPdfExporter exporter = new JRPdfExporter();
    exporter.setConfiguration(configuration);
    exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
    try {
      List<JasperPrint> copies = new ArrayList<>();
      for (ReceiptCopy copy : ReceiptCopy.values()) {
        JasperPrint pages =
            JasperFillManager.fillReport(
                layout, parameters(receipt, copy), new ReceiptRows(receipt));
        LetterheadRules.fit(pages);
        copies.add(pages);
      }
      exporter.setExporterInput(SimpleExporterInput.getInstance(copies));
      exporter.exportReport();
    } catch (JRException e) {
      throw new IllegalStateException(LAYOUT, e);
    }
    return ArchivalPdf.of(
        out.toByteArray(), "Giấy tiếp nhận hồ sơ số " + receipt.number(), receipt.issuedAt());
  }

  private static Map<String, Object> parameters(DossierReceipt receipt, ReceiptCopy copy) {
    Map<String, Object> values = new HashMap<>();
    values.put(JRParameter.REPORT_LOCALE, OfficialCapitals.VIETNAMESE);
    values.put("superiorAgency", OfficialCapitals.lines(receipt.superiorAgency()));
    values.put("issuingAgency", OfficialCapitals.lines(receipt.issuingAgency()));
    values.put("number", "Số: " + receipt.number());
    values.put(
        "placeAndDate",
        receipt.place() + ", " + VietnameseDates.inWords(receipt.issuedAt().toLocalDate()));
    values.put("copy", copy.words());
    values.put("footer", copy.footer());
    values.put("correction", correction(receipt));
    values.put("people", people(receipt));
    values.put("submitter", receipt.submitter().fullName());
    values.put("clerk", receipt.clerk());
    return values;
  }

  private static String correction(DossierReceipt receipt) {
    if (receipt.correction().startsWith(DossierReceipt.REISSUED)) {
      return "CẤP LẠI (bản %d). Lý do: %s"
          .formatted(
              receipt.version(), receipt.correction().substring(DossierReceipt.REISSUED.length()));
    }
    if (receipt.correction().equals(DossierReceipt.SECOND_PHASE)) {
      return "Bản %d, ghi thêm giai đoạn hai (mục 6, 7)".formatted(receipt.version());
    }
    return receipt.version() == 1
        ? ""
        : "Bản %d, thay bản trước. Lý do đính chính: %s"
            .formatted(receipt.version(), receipt.correction());
  }

  private static String people(DossierReceipt receipt) {
    ReceiptPerson submitter = receipt.submitter();
    List<String> lines = new ArrayList<>();
    lines.add("Bộ phận tiếp nhận và trả kết quả: " + String.join(", ", receipt.issuingAgency()));
    lines.add("Tiếp nhận hồ sơ của: " + String.join("; ", receipt.owners()));
    lines.add("Người nộp: " + submitter.fullName());
    lines.add("Địa chỉ: " + submitter.address());
    lines.add("Số điện thoại: %s    Email: %s".formatted(submitter.phone(), submitter.email()));
    lines.add("Số căn cước/hộ chiếu: " + submitter.idNumber());
    return String.join("\n", lines);
  }
}
