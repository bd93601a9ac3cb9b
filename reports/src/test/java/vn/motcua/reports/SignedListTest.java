package vn.motcua.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignedListTest {

  @Test
  void printsEveryLineAndBothSignaturesOnAsManyPagesAsItNeeds() {
    byte[] pdf =
        new ReportRenderer()
            .pdf(
                new SignedList(
                    List.of("Trung tâm Phục vụ hành chính công"),
                    List.of("Chi nhánh Tây Hồ"),
                    "BG-cn-tay-ho-2026-00001",
                    "Hà Nội",
                    ZonedDateTime.of(2026, 11, 20, 10, 0, 0, 0, ZoneId.of("Asia/Ho_Chi_Minh")),
                    "PHIẾU BÀN GIAO HỒ SƠ",
                    List.of("Bên giao: Chi nhánh Tây Hồ", "Bên nhận: Phường Tây Hồ"),
                    List.of("Mã hồ sơ", "Thủ tục", "Bản gốc", "Ghi chú"),
                    IntStream.rangeClosed(1, 80)
                        .mapToObj(
                            i ->
                                new SignedList.Row(
                                    "H26.108-261120-%04d".formatted(i),
                                    "Đăng ký khai sinh có yếu tố nước ngoài tại xã, phường",
                                    "2",
                                    ""))
                        .toList(),
                    "BÊN GIAO",
                    "BÊN NHẬN"));
    assertThat(ReadPdf.pages(pdf)).hasSizeGreaterThan(1);
    assertThat(ReadPdf.text(pdf))
        .contains(
            "PHIẾU BÀN GIAO HỒ SƠ",
            "Số: BG-cn-tay-ho-2026-00001",
            "H26.108-261120-0001",
            "H26.108-261120-0080",
            "Tổng số: 80",
            "BÊN GIAO",
            "BÊN NHẬN");
  }

  /** A day without reserved codes: a sheet that says so, not a failure. */
  @Test
  void anEmptyListIsASheetToo() throws Exception {
    byte[] pdf =
        new ReportRenderer()
            .pdf(
                new SignedList(
                    List.of("UBND THÀNH PHỐ HÀ NỘI"),
                    List.of("Chi nhánh Tây Hồ"),
                    "",
                    "Hà Nội",
                    ZonedDateTime.of(2026, 11, 20, 10, 0, 0, 0, ZoneId.of("Asia/Ho_Chi_Minh")),
                    "BẢNG MÃ",
                    List.of("Ghi chú"),
                    List.of("Mã hồ sơ", "Cơ quan", "Giờ", "Người nộp"),
                    List.of(),
                    "BÊN GIAO",
                    "BÊN NHẬN"));
    assertThat(ReadPdf.pages(pdf)).hasSize(1);
    assertThat(ReadPdf.text(pdf)).contains("BẢNG MÃ", "BÊN NHẬN");
  }
}
