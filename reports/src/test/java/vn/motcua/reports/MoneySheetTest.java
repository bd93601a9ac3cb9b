package vn.motcua.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

class MoneySheetTest {

  private static final ReportRenderer RENDERER = new ReportRenderer();

  @BeforeAll
  static void startTheJudge() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  @Test
  void hasTheEntriesOfAReceiptInTheirOrder() {
    assertThat(ReadPdf.text(RENDERER.pdf(receipt("", 2))))
        .containsSubsequence(
            "CHI NHÁNH TÂY HỒ",
            "Số: 0000012",
            "BIÊN LAI THU PHÍ, LỆ PHÍ",
            "Mẫu số: 01BL",
            "Đơn vị thu: Sở Tư pháp",
            "Người nộp: Nguyễn Thị Hà",
            "Địa chỉ: 12 Quảng An",
            "Mã hồ sơ: H26.108-261120-0001",
            "Khoản thu",
            "Lệ phí: Khoản số 1",
            "8.000",
            "Bằng chữ: Tám nghìn đồng",
            "Hình thức nộp: tiền mặt",
            "NGƯỜI NỘP")
        .contains("Hà Nội, ngày 20 tháng 11 năm 2026");
  }

  @Test
  void aCancelledOneSaysSo() {
    assertThat(ReadPdf.text(RENDERER.pdf(receipt("BIÊN LAI ĐÃ HỦY. Lý do: thu nhầm", 1))))
        .contains("BIÊN LAI ĐÃ HỦY. Lý do: thu nhầm");
  }

  @Test
  void isArchivalFitsOnePageAndPrintsTheSameAgain() throws Exception {
    for (int lines : List.of(1, 3, 20)) {
      byte[] pdf = RENDERER.pdf(receipt("", lines));
      assertThat(violations(pdf)).isEmpty();
      assertThat(pdf).isEqualTo(new ReportRenderer().pdf(receipt("", lines)));
    }
    assertThat(ReadPdf.pages(RENDERER.pdf(receipt("", 3)))).hasSize(1);
  }

  @Test
  void aSheetWithoutRowsIsRefused() {
    assertThatThrownBy(() -> receipt("", 0)).isInstanceOf(UnprintableTextException.class);
  }

  private static MoneySheet receipt(String remark, int lines) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 1; i <= lines; i++) {
      rows.add(
          List.of("" + i, "Lệ phí: Khoản số " + i, "Nghị quyết 06/2020/NQ-HĐND, Điều 3", "8.000"));
    }
    return new MoneySheet(
        List.of("Trung tâm Phục vụ hành chính công"),
        List.of("Chi nhánh Tây Hồ"),
        "Số: 0000012",
        "Hà Nội",
        LocalDateTime.parse("2026-11-20T10:05:00").atZone(ZoneId.of("Asia/Ho_Chi_Minh")),
        "Biên lai thu phí, lệ phí",
        remark,
        List.of(
            "Mẫu số: 01BL    Ký hiệu: MC17-26",
            "Đơn vị thu: Sở Tư pháp    MST: 0100000000",
            "Người nộp: Nguyễn Thị Hà",
            "Địa chỉ: 12 Quảng An",
            "Mã hồ sơ: H26.108-261120-0001"),
        List.of("TT", "Khoản thu", "Căn cứ", "Số tiền (đồng)"),
        rows,
        List.of(
            "Tổng số tiền: 8.000 đồng",
            "Bằng chữ: " + VietnameseAmount.inWords(8_000),
            "Hình thức nộp: tiền mặt, Quầy 3"),
        new MoneySheet.Signer("Người nộp", "Nguyễn Thị Hà"),
        new MoneySheet.Signer("Người thu", "Lê Thu Tâm"));
  }

  private static List<String> violations(byte[] pdf) throws Exception {
    try (PDFAParser parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_B);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
      return validator.validate(parser).getTestAssertions().stream()
          .filter(one -> one.getStatus() == TestAssertion.Status.FAILED)
          .map(one -> one.getRuleId().getClause() + " " + one.getMessage())
          .distinct()
          .toList();
    }
  }
}
