package vn.motcua.figures.indicator;

import static vn.motcua.figures.indicator.Indicator.only;

import java.util.List;
import vn.motcua.figures.board.Target;
import vn.motcua.figures.board.Target.Comparison;

/** Those that the log does not carry: counted by hand-written SQL over the operational tables. */
final class TableIndicators {

  private static final String BEFORE_LOG =
      "Nhật ký hồ sơ bắt đầu từ lúc tiếp nhận; hồ sơ chờ tiếp nhận chưa có trong đó";
  private static final String BEFORE_LOG_ENGLISH =
      "The log begins with the receipt; what waits to be accepted is not in it";
  private static final String NOT_SAID =
      "Nhật ký không mang dữ kiện này; đếm thẳng từ bảng nghiệp vụ";
  private static final String NOT_SAID_ENGLISH =
      "The log does not carry this; counted from the operational tables";
  private static final String ACCEPTING =
      "NĐ 118/2025/NĐ-CP: thông báo ≤ 2 giờ, xử lý ≤ 8 giờ làm việc";

  static final List<Indicator> ALL =
      List.of(
          before(
              "WAITING_UNSEEN",
              "Chờ tiếp nhận quá 2 giờ chưa xem",
              "Waiting unseen beyond 2 hours",
              Kind.STOCK,
              "Hiện tại: hồ sơ trực tuyến, bưu chính chờ tiếp nhận, quá 2 giờ làm việc chưa ai xem / đang"
                  + " chờ; của kỳ đã qua: không có dữ liệu",
              "Now: online and postal filings waiting, not looked at within 2 working hours / waiting;"
                  + " no data of another period"),
          before(
              "WAITING_BEYOND",
              "Chờ tiếp nhận quá 8 giờ làm việc",
              "Waiting beyond 8 working hours",
              Kind.STOCK,
              "Hiện tại: hồ sơ chờ tiếp nhận quá 8 giờ làm việc / đang chờ; của kỳ đã qua: không có dữ liệu",
              "Now: filings waiting beyond 8 working hours / waiting; no data of another period"),
          before(
              "DECIDED_IN_TIME",
              "Quyết định tiếp nhận trong 8 giờ làm việc",
              "Acceptance decided within 8 working hours",
              Kind.COMPOSITE,
              "Hồ sơ trực tuyến, bưu chính được quyết định trong kỳ: đúng thời hạn / tất cả",
              "Online and postal filings decided in the period: in time / all"),
          before(
              "INTAKE_REFUSED",
              "Từ chối tiếp nhận",
              "Refused at reception",
              Kind.COMPOSITE,
              "Phiếu từ chối (mẫu 03) tại quầy và trực tuyến / (số từ chối + số tiếp nhận) trong kỳ",
              "Refusals (form 03) at the counter and online / (refused + received) in the period"),
          said(
              "OVERRIDES",
              "Vượt quy tắc có lý do",
              "Overrides with a reason",
              Kind.FLOW,
              only(Dimension.BRANCH),
              "Số lần lãnh đạo cho phép: yêu cầu bổ sung lần hai, gia hạn muộn, từ chối trực tuyến; trong kỳ",
              "How often a director allowed: a second request, a late extension, an online decision;"
                  + " in the period",
              null,
              "Quy tắc trung thực của số liệu"),
          said(
              "EXTENSIONS",
              "Gia hạn, xin lỗi",
              "Extensions with apology",
              Kind.COMPOSITE,
              only(Dimension.UNIT),
              "Hồ sơ được gia hạn (mẫu 04) / hồ sơ có hạn đầu tiên trong kỳ; gia hạn vẫn là trễ so với hạn đầu",
              "Dossiers with an extension (form 04) / dossiers whose first due moment fell into the"
                  + " period; extended is still late against the first",
              null,
              "NĐ 118/2025/NĐ-CP, Đ19.6"),
          said(
              "STEPS_DONE",
              "Bước hoàn thành của đơn vị",
              "Steps completed by the body",
              Kind.FLOW,
              only(Dimension.UNIT),
              "Số bước quy trình nội bộ đơn vị hoàn thành trong kỳ",
              "Steps of internal processes that the body completed in the period",
              null,
              "Khối lượng công việc"),
          said(
              "STEPS_LATE",
              "Bước trễ hạn của đơn vị (phía cơ quan)",
              "Steps completed late (agency's side)",
              Kind.COMPOSITE,
              only(Dimension.UNIT),
              "Bước hoàn thành sau hạn của bước / bước có hạn hoàn thành trong kỳ",
              "Steps completed after their limit / steps with a limit completed in the period",
              null,
              "NĐ 118/2025/NĐ-CP, Đ29–34"),
          said(
              "INTAKE_STEPS_LATE",
              "Bước đầu trễ hạn (phía tiếp nhận)",
              "First step late (intake's side)",
              Kind.COMPOSITE,
              only(Dimension.UNIT),
              "Bước đầu tiên của hồ sơ hoàn thành sau hạn của bước / bước đầu hoàn thành trong kỳ",
              "First steps completed after their limit / first steps with a limit completed in the"
                  + " period",
              null,
              "NĐ 118/2025/NĐ-CP, Đ18, Đ20"),
          said(
              "CONSULTED_LATE",
              "Cơ quan được lấy ý kiến trả lời trễ",
              "Consulted bodies answering late",
              Kind.COMPOSITE,
              only(Dimension.UNIT),
              "Lấy ý kiến trong kỳ, bằng văn bản hay song song với bước: trả lời sau hạn hoặc quá hạn chưa trả lời / tất cả; tính cho cơ quan hỏi",
              "Opinions asked for in the period: answered late or overdue / all; by the asking agency",
              null,
              "NĐ 118/2025/NĐ-CP, Đ19.4"),
          said(
              "DELEGATED_SHARE",
              "Hồ sơ thuộc thủ tục ủy quyền",
              "Dossiers of delegated procedures",
              Kind.COMPOSITE,
              only(Dimension.UNIT),
              "Hồ sơ tiếp nhận của thủ tục đang ủy quyền / hồ sơ tiếp nhận trong kỳ",
              "Dossiers received of delegated procedures / received in the period",
              null,
              "Ủy quyền giải quyết thủ tục hành chính"),
          said(
              "DELEGATED_LATE",
              "Trễ hạn của thủ tục ủy quyền",
              "Late of delegated procedures",
              Kind.COMPOSITE,
              only(Dimension.UNIT),
              "Hồ sơ thủ tục ủy quyền có hạn đầu tiên trong kỳ: có kết quả sau hạn (đã tính tạm dừng đúng luật) hoặc quá hạn chưa xong / tất cả",
              "Dossiers of delegated procedures first due in the period: finished after they were due"
                  + " (lawful pauses counted) or open past it / all",
              new Target(Comparison.EXACTLY, 0, "Đề án, 10/2024"),
              "Ủy quyền giải quyết thủ tục hành chính"),
          said(
              "DELEGATED_EVALUATED",
              "Ủy quyền được đánh giá hằng năm",
              "Delegations evaluated within a year",
              Kind.DISTINCT,
              only(),
              "Ủy quyền đã được một năm trở lên ở cuối kỳ: có đánh giá trong một năm gần nhất / tất cả",
              "Delegations of a year or more at the end of the period: evaluated within the last year"
                  + " / all",
              new Target(Comparison.EXACTLY, 1000, "Đánh giá ủy quyền hằng năm"),
              "Ủy quyền giải quyết thủ tục hành chính"),
          said(
              "DELEGATED_PROCESS",
              "Thủ tục ủy quyền có quy trình nội bộ",
              "Delegated procedures with an internal process",
              Kind.DISTINCT,
              only(),
              "Thủ tục đang ủy quyền ở cuối kỳ: có quy trình nội bộ đang hiệu lực / tất cả",
              "Procedures delegated at the end of the period: with an internal process in force / all",
              new Target(Comparison.EXACTLY, 1000, "Đề án, 10/2024: 100 %"),
              "Đề án, 10/2024: 100 % thủ tục ủy quyền có quy trình nội bộ"));

  private TableIndicators() {}

  private static Indicator before(
      String code,
      String vietnamese,
      String english,
      Kind kind,
      String formula,
      String formulaEnglish) {
    Draft draft =
        Draft.of(code, vietnamese, english, formula, formulaEnglish)
            .by(Dimension.BRANCH)
            .law(ACCEPTING);
    return draft.from(kind, new Source.Tables(draft.file(), BEFORE_LOG, BEFORE_LOG_ENGLISH));
  }

  private static Indicator said(
      String code,
      String vietnamese,
      String english,
      Kind kind,
      java.util.Set<Dimension> dimensions,
      String formula,
      String formulaEnglish,
      Target target,
      String legalSource) {
    Draft draft =
        Draft.of(code, vietnamese, english, formula, formulaEnglish)
            .by(dimensions.toArray(Dimension[]::new))
            .target(target)
            .law(legalSource);
    return draft.from(kind, new Source.Tables(draft.file(), NOT_SAID, NOT_SAID_ENGLISH));
  }
}
