package vn.motcua.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class DossierReceiptTest {

  private static final ReportRenderer RENDERER = new ReportRenderer();
  private static final LocalDateTime RECEIVED = LocalDateTime.parse("2026-11-20T10:05:00");

  @BeforeAll
  static void startTheJudge() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  @Test
  void hasTheEntriesOfTheFormInTheirOrder() {
    String text = ReadPdf.text(RENDERER.pdf(receipt(1, "", dossier(1, 3))));

    assertThat(text)
        .containsSubsequence(
            "TRUNG TÂM PHỤC VỤ HÀNH",
            "CHI NHÁNH TÂY HỒ",
            "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
            "Tiếp nhận hồ sơ của: Nguyễn Thị Hà",
            "Người nộp: Trần Văn Bình",
            "Địa chỉ: 12 Quảng An",
            "Số điện thoại: 0912345678",
            "Email: binh@example.vn",
            "Số căn cước/hộ chiếu: 001088000001",
            "Mã hồ sơ: H26.108-261120-0001",
            "Nội dung yêu cầu giải quyết: Đăng ký khai sinh",
            "Thành phần hồ sơ",
            "Giấy tờ số 1",
            "2. Số lượng hồ sơ: 01 bộ",
            "3. Thời gian giải quyết theo quy định: trong ngày",
            "4. Thời gian nhận hồ sơ: 10 giờ 05 phút, ngày 20/11/2026",
            "5. Thời gian trả kết quả: 17 giờ 00 phút, ngày 20/11/2026",
            "Đăng ký nhận kết quả: tại nơi tiếp nhận",
            "NGƯỜI NỘP HỒ SƠ")
        .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
        .contains("Hà Nội, ngày 20 tháng 11 năm 2026", "Lê Thu Tâm");
  }

  @Test
  void isArchivalAndOnA5AlsoWithManyDossiers() throws Exception {
    for (int dossiers : List.of(1, 4, 20)) {
      byte[] pdf =
          RENDERER.pdf(
              receipt(
                  1,
                  "",
                  IntStream.rangeClosed(1, dossiers)
                      .mapToObj(i -> dossier(i, i % 7))
                      .toArray(ReceiptDossier[]::new)));

      assertThat(violations(pdf)).isEmpty();
      try (PDDocument document = Loader.loadPDF(pdf)) {
        assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(420);
        assertThat(document.getPage(0).getMediaBox().getHeight()).isEqualTo(595);
      }
      for (int i = 1; i <= dossiers; i++) {
        assertThat(ReadPdf.text(pdf)).contains("H26.108-261120-%04d".formatted(i));
      }
    }
  }

  @Test
  void eachCopyOfAFrequentVisitFitsOnOnePage() {
    assertThat(ReadPdf.pages(RENDERER.pdf(receipt(1, "", dossier(1, 6)))))
        .satisfiesExactly(
            page -> assertThat(page).contains("Liên: Giao khách hàng", "Giữ giấy này"),
            page -> assertThat(page).contains("Liên: Lưu").doesNotContain("Giữ giấy này"));
  }

  /** Whatever the number of papers: who signs sees what is promised on the same page. */
  @ParameterizedTest(name = "{0} dossiers")
  @ValueSource(ints = {1, 3})
  void theSignaturesNeverStandAloneOnAPage(int dossiers) {
    Set<Integer> pages = new TreeSet<>();
    for (int papers = 1; papers <= 36; papers++) {
      int many = papers;
      List<String> read =
          ReadPdf.pages(
              RENDERER.pdf(
                  receipt(
                      1,
                      "",
                      IntStream.rangeClosed(1, dossiers)
                          .mapToObj(i -> dossier(i, i == dossiers ? many : 2))
                          .toArray(ReceiptDossier[]::new))));
      pages.add(read.size());
      assertThat(read)
          .filteredOn(page -> page.contains("NGƯỜI TIẾP NHẬN HỒ SƠ"))
          .as("two copies of %d papers", papers)
          .hasSize(2)
          .allSatisfy(page -> assertThat(page).contains("5. Thời gian trả kết quả", "Lê Thu Tâm"));
    }
    assertThat(pages).as("one page at first, more later").hasSizeGreaterThan(1);
  }

  @Test
  void eachDossiersQrCodeIsReadFromTheRenderedPage() throws Exception {
    byte[] pdf = RENDERER.pdf(receipt(1, "", dossier(1, 2), dossier(2, 1)));

    try (PDDocument document = Loader.loadPDF(pdf)) {
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 200, ImageType.RGB);
      int right = page.getWidth() * 3 / 5;
      int half = page.getHeight() / 2;
      assertThat(
              List.of(
                  read(page.getSubimage(right, 0, page.getWidth() - right, half)),
                  read(page.getSubimage(right, half, page.getWidth() - right, half))))
          .containsExactly(
              "https://motcua.example/track?t=AbCdEfGhIjKlMnOpQrStU1",
              "https://motcua.example/track?t=AbCdEfGhIjKlMnOpQrStU2");
    }
  }

  @Test
  void aCorrectionSaysThatItIsOneAndWhy() {
    String text = ReadPdf.text(RENDERER.pdf(receipt(2, "Sai số điện thoại", dossier(1, 1))));

    assertThat(text).contains("Bản 2, thay bản trước. Lý do đính chính: Sai số điện thoại");
    assertThat(ReadPdf.text(RENDERER.pdf(receipt(1, "", dossier(1, 1))))).doesNotContain("Bản 1");
  }

  @Test
  void aReissuedReceiptSaysThatItIsOne() {
    String text =
        ReadPdf.text(RENDERER.pdf(receipt(2, DossierReceipt.REISSUED + "mất", dossier(1, 1))));

    assertThat(text).contains("CẤP LẠI (bản 2). Lý do: mất").doesNotContain("đính chính");
  }

  @Test
  void printingAgainGivesTheSameBytes() {
    DossierReceipt receipt = receipt(1, "", dossier(1, 3));

    assertThat(RENDERER.pdf(receipt)).isEqualTo(new ReportRenderer().pdf(receipt));
  }

  @Test
  void aNameThatCannotBePrintedIsRefused() {
    assertThatThrownBy(() -> new ReceiptPerson("Nguyễn\u0007", "", "", "", ""))
        .isInstanceOf(UnprintableTextException.class);
  }

  private static String read(BufferedImage part) throws Exception {
    int[] pixels = part.getRGB(0, 0, part.getWidth(), part.getHeight(), null, 0, part.getWidth());
    LuminanceSource source = new RGBLuminanceSource(part.getWidth(), part.getHeight(), pixels);
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
        .getText();
  }

  static DossierReceipt receipt(int version, String reason, ReceiptDossier... dossiers) {
    return new DossierReceipt(
        List.of("Trung tâm Phục vụ hành chính công"),
        List.of("Chi nhánh Tây Hồ"),
        "cn-tay-ho-2026-000017",
        "Hà Nội",
        RECEIVED.atZone(ZoneId.of("Asia/Ho_Chi_Minh")),
        version,
        reason,
        List.of("Nguyễn Thị Hà"),
        new ReceiptPerson(
            "Trần Văn Bình", "12 Quảng An", "0912345678", "binh@example.vn", "001088000001"),
        "Lê Thu Tâm",
        List.of(dossiers));
  }

  static ReceiptDossier dossier(int number, int papers) {
    return new ReceiptDossier(
        "H26.108-261120-%04d".formatted(number),
        "Đăng ký khai sinh",
        "Phường Tây Hồ",
        IntStream.rangeClosed(1, papers)
            .mapToObj(i -> new ReceiptPaper("Giấy tờ số " + i, 1, 0, i % 2))
            .toList(),
        1,
        "trong ngày",
        RECEIVED,
        RECEIVED.withHour(17).withMinute(0),
        "tại nơi tiếp nhận",
        "Miễn",
        new ReceiptDossier.Register("2026", "17"),
        null,
        "https://motcua.example/track?t=AbCdEfGhIjKlMnOpQrStU" + number);
  }

  private static List<String> violations(byte[] pdf) throws Exception {
    try (PDFAParser parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_B);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
      return validator.validate(parser).getTestAssertions().stream()
          .filter(
              assertion ->
                  assertion.getStatus() == org.verapdf.pdfa.results.TestAssertion.Status.FAILED)
          .map(assertion -> assertion.getRuleId().getClause() + " " + assertion.getMessage())
          .distinct()
          .toList();
    }
  }
}
