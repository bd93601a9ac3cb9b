package vn.motcua.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Biểu II.06a read back from paper. */
class PrintedFormTest {

  private static final ReportRenderer RENDERER = new ReportRenderer();
  private static final String LAST_LINE = "Nguyễn Thị Hường";

  @Test
  void figuresOnPaperAreTheFiguresGiven() {
    LevelSection city = Reports.level("TTHC cấp tỉnh", 8);
    LevelSection commune = Reports.level("TTHC cấp xã", 3);

    String text = ReadPdf.text(RENDERER.pdf(Reports.of(city, commune)));

    for (LevelSection section : List.of(city, commune)) {
      assertThat(text).contains(line(section.subtotal()));
      section.rows().forEach(row -> assertThat(text).contains(line(row.counts())));
    }
    assertThat(text).contains("I TTHC cấp tỉnh " + line(city.subtotal()));
    assertThat(text).contains("II TTHC cấp xã " + line(commune.subtotal()));
    assertThat(text).contains("TỔNG SỐ " + line(city.subtotal().plus(commune.subtotal())));
  }

  @Test
  void headAndSignatureFollowDecree30() {
    String text = ReadPdf.text(RENDERER.pdf(Reports.of(Reports.level("Cấp xã", 1))));

    assertThat(text)
        .contains(
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "ỦY BAN NHÂN DÂN",
            "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
            "Số: 125/BC-TTPVHCC",
            "Hà Nội, ngày 05 tháng 02 năm 2026",
            "Biểu số II.06a/VPCP/KSTT",
            "Kỳ báo cáo: Quý I năm 2026",
            "(Từ ngày 15 tháng 12 năm 2025 đến ngày 14 tháng 3 năm 2026)",
            "Đơn vị tính: số hồ sơ TTHC",
            "KT. GIÁM ĐỐC",
            "PHÓ GIÁM ĐỐC",
            "- Văn phòng Chính phủ;",
            "- Lưu: VT, KSTTHC.",
            LAST_LINE,
            "Số liệu chốt lúc 15:30 ngày 21/11/2026, mã chốt H-2026-0042, công thức phiên bản 1.");
  }

  @Test
  void footnotesStandUnderTheTable() {
    byte[] pdf =
        RENDERER.pdf(
            Reports.of(
                List.of(Reports.level("Cấp xã", 1)),
                List.of("Cột (7) gồm cả hồ sơ rút", "Không gồm hồ sơ ngành dọc")));

    assertThat(ReadPdf.text(pdf))
        .containsSubsequence(
            "TỔNG SỐ", "Ghi chú:", "- Cột (7) gồm cả hồ sơ rút", "- Không gồm hồ sơ", "Nơi nhận:");
  }

  @Test
  void withoutRowsTheFormSaysThatNothingOccurred() {
    List<String> pages = ReadPdf.pages(RENDERER.pdf(Reports.of()));

    assertThat(pages).hasSize(1);
    assertThat(pages.getFirst())
        .contains("Không phát sinh hồ sơ trong kỳ")
        .contains("TỔNG SỐ 0 0 0 0 0 0 0 0 0 0 0");
  }

  @Test
  void aLevelWithoutRowsSaysSoUnderItsHeading() {
    LevelSection empty = new LevelSection("Cấp xã", List.of());

    String text = ReadPdf.text(RENDERER.pdf(Reports.of(Reports.level("Cấp tỉnh", 1), empty)));

    assertThat(text)
        .containsSubsequence(
            "II Cấp xã 0 0 0 0 0 0 0 0 0 0 0", "Không phát sinh hồ sơ trong kỳ", "TỔNG SỐ");
  }

  @Test
  void aSmallReportIsOnePage() {
    byte[] pdf =
        RENDERER.pdf(Reports.of(Reports.level("TTHC thuộc thẩm quyền giải quyết của cấp xã", 1)));

    assertThat(ReadPdf.pages(pdf)).hasSize(1);
  }

  @Test
  void longTablesRepeatTheirHeadAndNumberTheirPages() {
    List<String> pages =
        ReadPdf.pages(
            RENDERER.pdf(Reports.of(Reports.level("Cấp tỉnh", 300), Reports.level("Cấp xã", 100))));

    assertThat(pages).hasSizeGreaterThan(10);
    assertThat(pages)
        .allSatisfy(
            page -> {
              assertThat(page).contains("TT", "Trong kỳ", "(1)", "(2)", "(3)=(4)+", "(7)=(8)+");
              assertThat(page).contains("(4)", "(5)", "(6)", "(8)", "(9)", "(10)", "(11)=(12)");
              assertThat(page).contains("(12)", "(13)");
            });
    assertThat(pages.getFirst().lines()).doesNotContain("1");
    IntStream.range(1, pages.size())
        .forEach(i -> assertThat(pages.get(i)).startsWith((i + 1) + "\n"));
    String text = String.join("\n", pages);
    Stream.of(300, 100)
        .flatMap(rows -> Reports.level("Cấp", rows).rows().stream())
        .forEach(row -> assertThat(text).contains(line(row.counts())));
  }

  /** Somewhere in this range the signature just does not fit below the rows. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void theSignatureNeverStandsAloneNorDoesAHeading(int footnotes) {
    List<String> notes = IntStream.range(0, footnotes).mapToObj(i -> "Ghi chú " + i).toList();
    for (int rows = 1; rows <= 40; rows++) {
      LevelSection second = Reports.level("TTHC thuộc thẩm quyền giải quyết của cấp xã", 1);
      List<LevelSection> sections = List.of(Reports.level("Cấp tỉnh", rows), second);

      List<String> pages = ReadPdf.pages(RENDERER.pdf(Reports.of(sections, notes)));

      String last = pages.getLast();
      assertThat(last).contains("TỔNG SỐ", LAST_LINE);
      assertThat(last).as("rows %d", rows).contains(line(second.rows().getFirst().counts()));
      assertThat(last).as("rows %d", rows).contains("cấp xã");
      assertThat(pages)
          .as("rows %d", rows)
          .allSatisfy(page -> assertThat(page).containsPattern("\\d 340 56 "));
    }
  }

  @Test
  void sevenDigitsStayOnOneLine() {
    DossierCounts counts =
        Reports.counts(3_333_333, 3_333_333, 3_333_333, 3_333_333, 2_333_333, 3_333_333, 1);
    byte[] pdf =
        RENDERER.pdf(
            Reports.of(new LevelSection("Cấp xã", List.of(new FieldRow("Chứng thực", counts)))));

    assertThat(ReadPdf.text(pdf)).contains("TỔNG SỐ " + line(counts));
  }

  @Test
  void theLargestCountStillFits() {
    DossierCounts counts = Reports.counts(0, DossierCounts.LARGEST, 0, 0, 0, 0, 0);
    byte[] pdf =
        RENDERER.pdf(
            Reports.of(new LevelSection("Cấp xã", List.of(new FieldRow("Chứng thực", counts)))));

    assertThat(ReadPdf.text(pdf)).contains("1 Chứng thực " + line(counts));
  }

  @Test
  void longNamesWrapAndLoseNothing() {
    String name =
        "Đăng ký biện pháp bảo đảm bằng quyền sử dụng đất, tài sản gắn liền với đất và các thủ tục"
            + " khác có liên quan đến tàu bay, tàu biển, cây hằng năm, công trình tạm";
    FieldRow row = new FieldRow(name, Reports.counts(1, 2, 3, 1, 2, 1, 1));

    String text = ReadPdf.text(RENDERER.pdf(Reports.of(new LevelSection("Cấp", List.of(row)))));

    assertThat(words(text)).containsSubsequence(words(name));
    assertThat(text).contains(line(row.counts()));
  }

  @Test
  void decomposedTextIsPrintedComposed() {
    String name = "Ưỡng Ẵm Nguyễn Ộ Ề Ữ Ự ẫ ặ";
    String decomposed = Normalizer.normalize(name, Normalizer.Form.NFD);
    FieldRow row = new FieldRow(decomposed, Reports.counts(1, 2, 3, 1, 2, 1, 1));

    assertThat(decomposed).isNotEqualTo(name);
    assertThat(row.field()).isEqualTo(name);
    String text = ReadPdf.text(RENDERER.pdf(Reports.of(new LevelSection("Cấp", List.of(row)))));
    assertThat(words(text)).containsSubsequence(words(name));
  }

  @Test
  void marginsAreThoseOfDecree30() throws IOException {
    byte[] pdf = RENDERER.pdf(Reports.of(Reports.level("Cấp xã", 60)));

    ReadPdf.Margins first = ReadPdf.margins(pdf, 0, 0);
    ReadPdf.Margins second = ReadPdf.margins(pdf, 1, 18);

    assertThat(first.left()).isBetween(30.0, 31.0);
    assertThat(first.top()).isBetween(20.0, 23.0);
    assertThat(second.left()).isBetween(30.0, 31.0);
    assertThat(second.right()).isBetween(15.0, 16.0);
    assertThat(second.top()).isBetween(20.0, 20.5);
    assertThat(second.bottom()).isBetween(20.0, 26.5);
  }

  @Test
  void pageNumbersStandInTheTopMargin() throws IOException {
    byte[] pdf = RENDERER.pdf(Reports.of(Reports.level("Cấp xã", 60)));

    assertThat(ReadPdf.margins(pdf, 1, 0).top()).isBetween(10.0, 16.0);
  }

  @Test
  void rulesAreMeasuredByTheTextAbove() {
    Map<String, JRPrintElement> named =
        new ProcedureResultsPdf()
            .pages(Reports.of()).getPages().getFirst().getElements().stream()
                .filter(JRPrintFrame.class::isInstance)
                .map(JRPrintFrame.class::cast)
                .flatMap(frame -> frame.getElements().stream())
                .filter(element -> element.getKey() != null)
                .collect(Collectors.toMap(JRPrintElement::getKey, Function.identity()));
    double motto = Typeface.boldWidth("Độc lập - Tự do - Hạnh phúc", 14);
    double agency = Typeface.boldWidth("TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", 13);

    assertThat((double) named.get("mottoRule").getWidth()).isCloseTo(motto, within(1.0));
    assertThat((double) named.get("issuingAgencyRule").getWidth())
        .isBetween(agency / 3, agency / 2);
  }

  private static String line(DossierCounts counts) {
    return IntStream.rangeClosed(DossierCounts.FIRST_COLUMN, DossierCounts.LAST_COLUMN)
        .mapToObj(column -> grouped(counts.column(column)))
        .collect(Collectors.joining(" "));
  }

  private static String grouped(long count) {
    return String.valueOf(count).replaceAll("(?<=\\d)(?=(\\d{3})+$)", ".");
  }

  private static List<String> words(String text) {
    return List.of(text.split("\\s+"));
  }
}
