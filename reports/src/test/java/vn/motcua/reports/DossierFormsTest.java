package vn.motcua.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/**
 * Forms 02 to 07 of TT 03/2025/TT-VPCP: each has the entries of its field list, and is archival.
 */
class DossierFormsTest {

  private static final ReportRenderer RENDERER = new ReportRenderer();
  private static final LocalDateTime RECEIVED = LocalDateTime.parse("2026-11-16T09:00:00");
  private static final LocalDateTime PROMISED = LocalDateTime.parse("2026-11-20T17:00:00");
  private static final List<String> LETTERHEAD =
      List.of(
          "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
          "Độc lập - Tự do - Hạnh phúc",
          "CHI NHÁNH TÂY HỒ",
          "Số: 17/2026/",
          "Hà Nội, ngày 17 tháng 11 năm 2026",
          "(Thông tư 03/2025/TT-VPCP)");

  @BeforeAll
  static void startTheJudge() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  @Test
  void form02HasItsEntriesInTheirOrder() throws Exception {
    byte[] pdf = RENDERER.pdf(supplement(2, false));
    assertThat(ReadPdf.text(pdf))
        .contains(LETTERHEAD)
        .contains("Mẫu số 02")
        .containsSubsequence(
            "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",
            "Bộ phận tiếp nhận và trả kết quả: Chi nhánh Tây Hồ",
            "Hồ sơ của: Nguyễn Thị Hà",
            "Địa chỉ: 12 Quảng An",
            "Số điện thoại: 0912345678",
            "Email: ha@example.vn",
            "Mã hồ sơ: H26.1-261116-0001",
            "Nội dung yêu cầu giải quyết: Cấp giấy phép xây dựng",
            "Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:",
            "STT",
            "Thành phần hồ sơ",
            "Giấy tờ số 1",
            "Giấy tờ số 2",
            "Lý do: Thiếu theo quy định",
            "Thời hạn bổ sung, hoàn thiện: trước 17 giờ 00 phút, ngày 20/11/2026",
            "đề nghị liên hệ: 024 0000 0000",
            "NGƯỜI HƯỚNG DẪN",
            "Lê Thu Tâm");
    archival(pdf, 420, 595);
    archival(RENDERER.pdf(supplement(60, true)), 420, 595);
    assertThat(ReadPdf.text(RENDERER.pdf(supplement(1, true)))).contains("không phải yêu cầu mới");
  }

  @Test
  void form03HasItsEntriesInTheirOrder() throws Exception {
    byte[] pdf = RENDERER.pdf(refusal());
    assertThat(ReadPdf.text(pdf))
        .contains(LETTERHEAD)
        .doesNotContain("Mã hồ sơ")
        .containsSubsequence(
            "Mẫu số 03",
            "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ",
            "Bộ phận tiếp nhận và trả kết quả",
            "Hồ sơ của: Nguyễn Thị Hà",
            "Địa chỉ",
            "Số điện thoại",
            "Email",
            "Nội dung yêu cầu giải quyết",
            "từ chối tiếp nhận hồ sơ này, với lý do cụ thể như sau:",
            "Không thuộc phạm vi tiếp nhận.",
            "Đề nghị nộp tại cơ quan công an.",
            "liên hệ",
            "NGƯỜI NỘP HỒ SƠ");
    assertThat(ReadPdf.text(pdf)).contains("NGƯỜI TỪ CHỐI TIẾP NHẬN", "Trần Văn Bình");
    archival(pdf, 420, 595);
  }

  @Test
  void form04HasItsEntriesInTheirOrder() throws Exception {
    byte[] pdf = RENDERER.pdf(apology(false));
    assertThat(ReadPdf.text(pdf))
        .contains(LETTERHEAD)
        .doesNotContain("DỰ THẢO")
        .containsSubsequence(
            "Mẫu số 04",
            "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN",
            "Kính gửi: Ông/Bà Nguyễn Thị Hà",
            "Mã hồ sơ: H26.1-261116-0001",
            "Thời gian nhận hồ sơ: 09 giờ 00 phút, ngày 16/11/2026",
            "hẹn trả kết quả ban đầu: 17 giờ 00 phút, ngày 20/11/2026",
            "lý do: Chờ kiểm tra thực địa",
            "xin lỗi",
            "Thời gian hẹn lại: 17 giờ 00 phút, ngày 25/11/2026",
            "GIÁM ĐỐC SỞ",
            "Bà A");
    archival(pdf, 420, 595);
    assertThat(ReadPdf.text(RENDERER.pdf(apology(true)))).contains("DỰ THẢO, chưa ban hành");
  }

  @Test
  void onlyADraftOfForm04MayLackItsReason() {
    assertThatThrownBy(
            () ->
                new ApologyLetter(
                    head("04", "x"),
                    "Ông A",
                    about("H1"),
                    RECEIVED,
                    PROMISED,
                    "",
                    PROMISED,
                    "Giám đốc",
                    "Bà A",
                    false))
        .isInstanceOf(UnprintableTextException.class);
  }

  @Test
  void form05HasItsEntriesInTheirOrder() throws Exception {
    byte[] pdf = RENDERER.pdf(stop());
    assertThat(ReadPdf.text(pdf))
        .contains(LETTERHEAD)
        .containsSubsequence(
            "Mẫu số 05",
            "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ",
            "Hồ sơ của: Nguyễn Thị Hà",
            "1. Yêu cầu dừng giải quyết: người nộp rút hồ sơ",
            "2. Giai đoạn đã giải quyết: Thẩm định",
            "3. Quyết định: dừng giải quyết từ 17 giờ 00 phút",
            "Lý do: Người nộp không còn nhu cầu",
            "4. Phí, lệ phí đã nộp: Hoàn trả 50.000 đồng lệ phí",
            "Hồ sơ đã quá hạn giải quyết trước khi dừng.",
            "NGƯỜI THÔNG BÁO");
    archival(pdf, 420, 595);
  }

  @Test
  void form06HasItsEntriesInTheirOrder() throws Exception {
    byte[] pdf = RENDERER.pdf(control(3));
    assertThat(ReadPdf.text(pdf))
        .contains(LETTERHEAD)
        .containsSubsequence(
            "Mẫu số 06",
            "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ",
            "Hồ sơ của: Nguyễn Thị Hà",
            "Mã hồ sơ: H26.1-261116-0001",
            "Ngày nhận: 09 giờ 00, ngày 16/11/2026",
            "Ngày giờ hẹn trả: 17 giờ 00, ngày 20/11/2026",
            "Cơ quan giải quyết: Sở Thử",
            "Cơ quan phối hợp: Sở Khác")
        .contains("1. Giao: Chi nhánh Tây Hồ", "2. Nhận: Sở Thử", "Đúng hạn", "Ghi chú 1")
        .contains("Ký giao", "Ký nhận", "Người giao 1", "Người nhận 1");
    archival(pdf, 595, 420);
    archival(RENDERER.pdf(control(40)), 595, 420);
  }

  @Test
  void form07HasItsColumnsAndEveryDossier() throws Exception {
    byte[] pdf = RENDERER.pdf(register(45));
    String text = ReadPdf.text(pdf);
    assertThat(text)
        .contains(LETTERHEAD)
        .containsSubsequence(
            "Mẫu số 07", "SỔ THEO DÕI HỒ SƠ", "từ ngày 01/11/2026 đến ngày 30/11/2026")
        .contains("STT", "Mã hồ sơ", "lượng", "Tên tổ chức", "Cơ quan chủ trì", "Ghi chú")
        .contains("Cộng: 45 hồ sơ đã tiếp nhận; 3 lượt từ chối", "NGƯỜI LẬP SỔ", "Lê Thu Tâm");
    for (int i = 1; i <= 45; i++) {
      assertThat(text.replaceAll("\\s", "")).contains("H26.1-261116-%04d".formatted(i));
    }
    assertThat(ReadPdf.pages(pdf)).hasSizeGreaterThan(1);
    archival(pdf, 842, 595);
    archival(RENDERER.pdf(register(0)), 842, 595);
  }

  @Test
  void withoutANumberAGapIsLeft() {
    NoticeHead head =
        new NoticeHead(
            List.of(), List.of("Sở Thử"), "", "Hà Nội", head("04", "x").issuedAt(), edition("x"));
    byte[] pdf =
        RENDERER.pdf(new RefusalNotice(head, about(""), "Không thuộc thẩm quyền", "", "A", "B"));
    assertThat(ReadPdf.text(pdf)).contains("Số:").doesNotContain("Số: 17");
  }

  @Test
  void printingAgainGivesTheSameBytes() {
    assertThat(RENDERER.pdf(control(5))).isEqualTo(new ReportRenderer().pdf(control(5)));
  }

  static SupplementNotice supplement(int papers, boolean recheck) {
    return new SupplementNotice(
        head("02", "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ"),
        about("H26.1-261116-0001"),
        IntStream.rangeClosed(1, papers)
            .mapToObj(i -> new ReceiptPaper("Giấy tờ số " + i, 0, 0, 0))
            .toList(),
        "Thiếu theo quy định",
        PROMISED,
        recheck,
        "024 0000 0000",
        "Lê Thu Tâm");
  }

  static RefusalNotice refusal() {
    return new RefusalNotice(
        head("03", "Phiếu từ chối tiếp nhận giải quyết hồ sơ"),
        about(""),
        "Không thuộc phạm vi tiếp nhận.\nĐề nghị nộp tại cơ quan công an.",
        "024 0000 0000",
        "Trần Văn Bình",
        "Lê Thu Tâm");
  }

  static StopNotice stop() {
    return new StopNotice(
        head("05", "Thông báo dừng giải quyết hồ sơ"),
        about("H26.1-261116-0001"),
        "người nộp rút hồ sơ",
        "Thẩm định",
        PROMISED,
        "Người nộp không còn nhu cầu",
        "Hoàn trả 50.000 đồng lệ phí",
        true,
        "024 0000 0000",
        "Lê Thu Tâm");
  }

  static ApologyLetter apology(boolean draft) {
    return new ApologyLetter(
        head("04", "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết"),
        "Ông/Bà Nguyễn Thị Hà",
        about("H26.1-261116-0001"),
        RECEIVED,
        PROMISED,
        draft ? "" : "Chờ kiểm tra thực địa",
        draft ? null : LocalDateTime.parse("2026-11-25T17:00:00"),
        "Giám đốc Sở",
        draft ? "" : "Bà A",
        draft);
  }

  static ControlSheet control(int rows) {
    return new ControlSheet(
        head("06", "Phiếu kiểm soát quá trình giải quyết hồ sơ"),
        about("H26.1-261116-0001"),
        RECEIVED,
        PROMISED,
        "Sở Thử",
        List.of("Sở Khác"),
        IntStream.rangeClosed(1, rows)
            .mapToObj(
                i ->
                    new ControlSheet.HandOver(
                        "Chi nhánh Tây Hồ",
                        "Sở Thử",
                        RECEIVED.plusHours(i),
                        "Người giao " + i,
                        "Người nhận " + i,
                        ControlSheet.Verdict.ON_TIME,
                        "Ghi chú " + i))
            .toList());
  }

  static DossierRegister register(int lines) {
    LocalDate day = RECEIVED.toLocalDate();
    return new DossierRegister(
        head("07", "Sổ theo dõi hồ sơ"),
        LocalDate.of(2026, 11, 1),
        LocalDate.of(2026, 11, 30),
        IntStream.rangeClosed(1, lines)
            .mapToObj(
                i ->
                    new DossierRegister.Line(
                        i % 5 == 0 ? "" : "17." + i,
                        "H26.1-261116-%04d".formatted(i),
                        "Cấp giấy phép xây dựng",
                        1,
                        "Nguyễn Thị Hà",
                        "12 Quảng An, 0912345678",
                        "Sở Thử",
                        day,
                        i % 3 == 0 ? null : day.plusDays(4),
                        i % 2 == 0 ? null : day.plusDays(3),
                        "tại nơi tiếp nhận",
                        i % 2 == 0 ? "" : "Nguyễn Thị Hà",
                        ""))
            .toList(),
        3,
        "Lê Thu Tâm");
  }

  static NoticeHead head(String number, String title) {
    return new NoticeHead(
        List.of("Trung tâm Phục vụ hành chính công"),
        List.of("Chi nhánh Tây Hồ"),
        "17/2026/" + number,
        "Hà Nội",
        RECEIVED.plusDays(1).atZone(ZoneId.of("Asia/Ho_Chi_Minh")),
        new FormEdition("Mẫu số " + number, "Thông tư 03/2025/TT-VPCP", List.of(title)));
  }

  private static FormEdition edition(String title) {
    return new FormEdition("Mẫu số 03", "", List.of(title));
  }

  static NoticeCase about(String code) {
    return new NoticeCase(
        "Chi nhánh Tây Hồ",
        "Nguyễn Thị Hà",
        "12 Quảng An",
        "0912345678",
        "ha@example.vn",
        code,
        "Cấp giấy phép xây dựng");
  }

  private static void archival(byte[] pdf, float width, float height) throws Exception {
    try (PDFAParser parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_B);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
      assertThat(
              validator.validate(parser).getTestAssertions().stream()
                  .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                  .map(TestAssertion::getMessage)
                  .distinct())
          .isEmpty();
    }
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDRectangle page = document.getPage(0).getMediaBox();
      assertThat(page.getWidth()).isEqualTo(width);
      assertThat(page.getHeight()).isEqualTo(height);
    }
  }
}
