package vn.motcua.reports;

import java.awt.image.BufferedImage;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRField;

/**
 * The papers of all dossiers, each row knowing its dossier; a dossier without papers has one row.
 */
final class ReceiptRows implements JRDataSource {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("HH' giờ 'mm' phút, ngày 'dd/MM/uuuu");

  private record Row(
      int position, ReceiptDossier dossier, BufferedImage qr, int ordinal, ReceiptPaper paper) {}

  private final List<Row> rows = new ArrayList<>();
  private final int dossiers;
  private int current = -1;

  ReceiptRows(DossierReceipt receipt) {
    dossiers = receipt.dossiers().size();
    for (int i = 0; i < dossiers; i++) {
      ReceiptDossier dossier = receipt.dossiers().get(i);
      BufferedImage qr = QrCode.of(dossier.trackingAddress());
      if (dossier.papers().isEmpty()) {
        rows.add(new Row(i + 1, dossier, qr, 0, null));
      }
      for (int paper = 0; paper < dossier.papers().size(); paper++) {
        rows.add(new Row(i + 1, dossier, qr, paper + 1, dossier.papers().get(paper)));
      }
    }
  }

  @Override
  public boolean next() {
    return ++current < rows.size();
  }

  @Override
  public Object getFieldValue(JRField field) {
    Row row = rows.get(current);
    ReceiptDossier dossier = row.dossier();
    ReceiptPaper paper = row.paper();
    return switch (field.getName()) {
      case "position" -> row.position();
      case "code" -> dossier.code();
      case "heading" -> dossiers == 1 ? "" : "Hồ sơ thứ " + row.position() + "/" + dossiers;
      case "summary" -> dossier.summary();
      case "agency" -> dossier.agency();
      case "qr" -> row.qr();
      case "ordinal" -> paper == null ? "" : String.valueOf(row.ordinal());
      case "paper" -> paper == null ? "Không có giấy tờ phải nộp" : paper.name();
      case "originals" -> count(paper == null ? 0 : paper.originals());
      case "certified" -> count(paper == null ? 0 : paper.certified());
      case "copies" -> count(paper == null ? 0 : paper.copies());
      case "terms" -> terms(dossier);
      case "last" -> row.position() == dossiers;
      default -> throw new IllegalArgumentException(field.getName());
    };
  }

  /** The numbered entries of the form that follow the table. */
  private static String terms(ReceiptDossier dossier) {
    List<String> lines = new ArrayList<>();
    lines.add("2. Số lượng hồ sơ: %02d bộ".formatted(dossier.sets()));
    lines.add("3. Thời gian giải quyết theo quy định: " + dossier.limit());
    lines.add("4. Thời gian nhận hồ sơ: " + moment(dossier.receivedAt()));
    lines.add("5. Thời gian trả kết quả: " + moment(dossier.dueAt()));
    if (dossier.second() != null) {
      lines.addAll(second(dossier.second()));
    }
    lines.add("Đăng ký nhận kết quả: " + dossier.returnedAt());
    if (!dossier.fee().isEmpty()) {
      lines.add("Phí, lệ phí: " + dossier.fee());
    }
    if (dossier.register() != null) {
      lines.add(
          "Vào Sổ theo dõi hồ sơ: Quyển số %s; Số thứ tự %s"
              .formatted(dossier.register().book(), dossier.register().number()));
    }
    return String.join("\n", lines);
  }

  private static List<String> second(ReceiptDossier.SecondPhase second) {
    String due = "7. Thời gian trả kết quả (giai đoạn hai): " + moment(second.dueAt());
    return second.receivedAt() == null
        ? List.of("6. Giai đoạn hai: theo văn bản xin lỗi và đề nghị gia hạn", due)
        : List.of(
            "6. Thời gian nhận hồ sơ (giai đoạn hai, đã bổ sung): " + moment(second.receivedAt()),
            due);
  }

  private static String moment(LocalDateTime moment) {
    return moment.format(MOMENT);
  }

  private static String count(int number) {
    return number == 0 ? "" : String.valueOf(number);
  }
}
