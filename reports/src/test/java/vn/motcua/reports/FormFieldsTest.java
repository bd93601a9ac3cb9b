package vn.motcua.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each form of TT 03/2025/TT-VPCP, Annex I, against the whole list of its fields: a table of what
 * must stand on the paper, whatever else it says and wherever it says it.
 */
class FormFieldsTest {

  private static final ReportRenderer RENDERER = new ReportRenderer();

  /** On each of them: who issues it, its number, the state's name, place and date. */
  private static final List<String> HEAD =
      List.of(
          "Trung tâm Phục vụ hành chính công",
          "Chi nhánh Tây Hồ",
          "Số:",
          "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
          "Độc lập - Tự do - Hạnh phúc",
          "Hà Nội, ngày");

  private static Stream<Arguments> forms() {
    return Stream.of(
        form(
            "01",
            RENDERER.pdf(DossierReceiptTest.receipt(1, "", inTwoPhases())),
            "Mã hồ sơ",
            "Liên: Lưu",
            "Liên: Giao khách hàng",
            "Bộ phận tiếp nhận và trả kết quả",
            "Tiếp nhận hồ sơ của",
            "Người nộp",
            "Địa chỉ",
            "Số điện thoại",
            "Email",
            "Số căn cước/hộ chiếu",
            "Nội dung yêu cầu giải quyết",
            "TT",
            "1. Thành phần hồ sơ",
            "tên giấy tờ",
            "Bản chính",
            "Bản chứng thực",
            "Bản photo",
            "2. Số lượng hồ sơ",
            "3. Thời gian giải quyết theo quy định",
            "4. Thời gian nhận hồ sơ: 10 giờ 05 phút, ngày 20/11/2026",
            "5. Thời gian trả kết quả: 17 giờ 00 phút, ngày 20/11/2026",
            "6. Thời gian nhận hồ sơ (giai đoạn hai, đã bổ sung): 09 giờ 30 phút, ngày 23/11/2026",
            "7. Thời gian trả kết quả (giai đoạn hai): 17 giờ 00 phút, ngày 25/11/2026",
            "Đăng ký nhận kết quả",
            "Vào Sổ theo dõi hồ sơ",
            "Quyển số 2026",
            "Số thứ tự 17",
            "Người nộp hồ sơ",
            "Người tiếp nhận hồ sơ",
            "Ký và ghi rõ họ tên"),
        form(
            "02",
            RENDERER.pdf(DossierFormsTest.supplement(2, false)),
            "Bộ phận tiếp nhận và trả kết quả",
            "Hồ sơ của",
            "Nội dung yêu cầu giải quyết",
            "Địa chỉ",
            "Số điện thoại",
            "Email",
            "Yêu cầu hoàn thiện hồ sơ gồm",
            "STT",
            "Thành phần hồ sơ",
            "Bản chính",
            "Bản chứng thực",
            "Bản photo",
            "Lý do",
            "liên hệ",
            "Người hướng dẫn"),
        form(
            "03",
            RENDERER.pdf(DossierFormsTest.refusal()),
            "Bộ phận tiếp nhận và trả kết quả",
            "Hồ sơ của",
            "Địa chỉ",
            "Số điện thoại",
            "Email",
            "Nội dung yêu cầu giải quyết",
            "từ chối tiếp nhận hồ sơ này",
            "lý do cụ thể",
            "liên hệ",
            "Người nộp hồ sơ",
            "Người từ chối tiếp nhận"),
        form(
            "04",
            RENDERER.pdf(DossierFormsTest.apology(false)),
            "Kính gửi",
            "Thời gian nhận hồ sơ",
            "Mã hồ sơ",
            "hẹn trả kết quả ban đầu",
            "lý do",
            "xin lỗi",
            "Thời gian hẹn lại",
            "Giám đốc Sở"),
        form(
            "05",
            RENDERER.pdf(DossierFormsTest.stop()),
            "Hồ sơ của",
            "Mã hồ sơ",
            "Yêu cầu dừng giải quyết",
            "Giai đoạn đã giải quyết",
            "Quyết định",
            "Lý do",
            "Phí, lệ phí đã nộp",
            "Người thông báo"),
        form(
            "06",
            RENDERER.pdf(DossierFormsTest.control(3)),
            "Hồ sơ của",
            "Mã hồ sơ",
            "Ngày nhận",
            "Ngày giờ hẹn trả",
            "Cơ quan giải quyết",
            "Cơ quan phối hợp",
            "Tên cơ quan",
            "1. Giao",
            "2. Nhận",
            "Thời gian giao, nhận hồ sơ (giờ, phút, ngày)",
            "Ký giao",
            "Ký nhận",
            "Kết quả giải quyết",
            "Đúng hạn",
            "Ghi chú"),
        form(
            "07",
            RENDERER.pdf(DossierFormsTest.register(3)),
            "Quyển số 2026",
            "STT",
            "Mã hồ sơ",
            "Tên thủ tục hành chính, trích yếu",
            "Số lượng (bộ)",
            "Tên tổ chức, cá nhân",
            "Địa chỉ, số điện thoại",
            "Cơ quan chủ trì giải quyết",
            "Ngày tiếp nhận",
            "Ngày hẹn trả",
            "Ngày trả",
            "Phương thức nhận kết quả",
            "Ký nhận",
            "Ghi chú"));
  }

  @ParameterizedTest(name = "form {0}")
  @MethodSource("forms")
  void hasEveryFieldOfItsList(String form, byte[] pdf, List<String> fields) {
    String text = ReadForm.words(pdf);
    assertThat(text).contains(ReadForm.words("Mẫu số " + form));
    assertThat(Stream.concat(HEAD.stream(), fields.stream()))
        .as("fields of form %s", form)
        .allSatisfy(field -> assertThat(text).contains(ReadForm.words(field)));
  }

  @Test
  void aReceiptWithoutASecondPhaseDoesNotSpeakOfOne() {
    byte[] pdf = RENDERER.pdf(DossierReceiptTest.receipt(1, "", DossierReceiptTest.dossier(1, 1)));
    assertThat(ReadPdf.text(pdf)).doesNotContain("giai đoạn hai", "Giai đoạn hai");
  }

  @Test
  void aPromiseThatWasMovedAloneHasItsLetterInPlaceOfASecondReceipt() {
    byte[] pdf =
        RENDERER.pdf(
            DossierReceiptTest.receipt(
                2, DossierReceipt.SECOND_PHASE, phases(null, at("2026-11-25T17:00"))));
    assertThat(ReadPdf.text(pdf))
        .contains(
            "Bản 2, ghi thêm giai đoạn hai (mục 6, 7)",
            "6. Giai đoạn hai: theo văn bản xin lỗi và đề nghị gia hạn",
            "7. Thời gian trả kết quả (giai đoạn hai): 17 giờ 00 phút, ngày 25/11/2026")
        .doesNotContain("đính chính");
  }

  private static ReceiptDossier inTwoPhases() {
    return phases(at("2026-11-23T09:30"), at("2026-11-25T17:00"));
  }

  private static ReceiptDossier phases(LocalDateTime received, LocalDateTime due) {
    ReceiptDossier first = DossierReceiptTest.dossier(1, 2);
    return new ReceiptDossier(
        first.code(),
        first.summary(),
        first.agency(),
        first.papers(),
        first.sets(),
        first.limit(),
        first.receivedAt(),
        first.dueAt(),
        first.returnedAt(),
        first.fee(),
        first.register(),
        new ReceiptDossier.SecondPhase(received, due),
        first.trackingAddress());
  }

  private static LocalDateTime at(String moment) {
    return LocalDateTime.parse(moment);
  }

  private static Arguments form(String number, byte[] pdf, String... fields) {
    return Arguments.of(number, pdf, List.of(fields));
  }

  /** The words of a paper whatever their case and however a narrow column breaks them. */
  private static final class ReadForm {

    static String words(byte[] pdf) {
      return words(ReadPdf.flowing(pdf));
    }

    static String words(String text) {
      return text.toLowerCase(Locale.of("vi")).replaceAll("\\s+", "");
    }
  }
}
