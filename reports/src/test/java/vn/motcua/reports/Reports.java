package vn.motcua.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reports for tests. */
final class Reports {

  static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");

  static final List<String> FIELDS =
      List.of(
          "Hộ tịch",
          "Chứng thực",
          "Đất đai",
          "Thành lập và hoạt động của doanh nghiệp",
          "Đăng ký biện pháp bảo đảm bằng quyền sử dụng đất, tài sản gắn liền với đất",
          "Hoạt động xây dựng",
          "Lữ hành",
          "An toàn thực phẩm và dinh dưỡng");

  private Reports() {}

  static DossierCounts counts(
      long online, long direct, long carried, long early, long onTime, long late, long overdue) {
    long received = online + direct + carried;
    long resolved = early + onTime + late;
    long open = received - resolved;
    return new DossierCounts(
        received,
        online,
        direct,
        carried,
        resolved,
        early,
        onTime,
        late,
        open,
        open - overdue,
        overdue);
  }

  static FieldRow row(int number) {
    String name = FIELDS.get(number % FIELDS.size());
    String field = number < FIELDS.size() ? name : name + " " + number;
    return new FieldRow(
        field, counts(1200L + number, 340, 56, 900L + number, 410, 37, number % 20));
  }

  static LevelSection level(String name, int rows) {
    return new LevelSection(name, IntStream.range(0, rows).mapToObj(Reports::row).toList());
  }

  static ProcedureResultsReport of(LevelSection... sections) {
    return of(List.of(sections), List.of());
  }

  static ProcedureResultsReport of(List<LevelSection> sections, List<String> footnotes) {
    return new ProcedureResultsReport(
        FormEdition.II_06A,
        new Letterhead(
            List.of("Ủy ban nhân dân", "thành phố Hà Nội"),
            List.of("Trung tâm Phục vụ hành chính công"),
            "125",
            "BC-TTPVHCC",
            "Hà Nội",
            Optional.of(LocalDate.of(2026, 2, 5))),
        "Trung tâm Phục vụ hành chính công thành phố Hà Nội",
        "Ủy ban nhân dân thành phố Hà Nội",
        new ReportingPeriod(
            "Quý I năm 2026", LocalDate.of(2025, 12, 15), LocalDate.of(2026, 3, 14)),
        sections,
        footnotes,
        new SignatureBlock(
            List.of("KT. Giám đốc", "Phó Giám đốc"),
            "Nguyễn Thị Hường",
            List.of("Văn phòng Chính phủ", "UBND Thành phố", "Lưu: VT, KSTTHC")),
        new FigureHorizon(Instant.parse("2026-11-21T08:30:00Z"), HANOI, "H-2026-0042", "1"));
  }
}
