package vn.motcua.figures.indicator;

import java.time.LocalDate;
import java.util.List;
import vn.motcua.figures.board.Goal;
import vn.motcua.figures.board.Target;
import vn.motcua.figures.board.Target.Comparison;

/**
 * The nine goals as the board has them. T1 and T2 are read from the tables, of the whole city only;
 * K1 is read from them too, and by branch; all others are added up by the stream.
 */
final class GoalIndicators {

  private static final LocalDate BEGIN = LocalDate.of(2026, 11, 21);
  private static final String PLAN = "Đề án Trung tâm Phục vụ hành chính công, 10/2024: 3–3–3";

  private static final String NOT_SAID =
      "Nhật ký hồ sơ không mang dữ kiện này; đọc từ bảng nghiệp vụ, chung toàn thành phố";
  private static final String NOT_SAID_ENGLISH =
      "The log does not carry this; read from the tables, of the whole city";

  private static final String IN_TABLES =
      "Nhật ký hồ sơ không mang phản ánh, khiếu nại; đếm thẳng từ bảng nghiệp vụ";
  private static final String IN_TABLES_ENGLISH =
      "The log carries no feedback and no complaints; counted from the operational tables";

  static final List<Indicator> ALL =
      List.of(
          Draft.of(
                  "T1",
                  "Chất lượng dịch vụ (T1)",
                  "Quality of service (T1)",
                  "Điểm đạt của bộ chỉ số QĐ 766 / điểm tối đa của các thành phần đo được; trang Chỉ"
                      + " số 766 kê từng thành phần; kỳ theo lịch",
                  "Points of the index of QĐ 766 / most points of the components that are measured;"
                      + " the page of the index lists each")
              .target(new Target(Comparison.AT_LEAST, 900, PLAN))
              .since(BEGIN)
              .law("Quyết định 766/QĐ-TTg; " + PLAN)
              .from(Kind.COMPOSITE, new Source.Composed(Goal.T1, NOT_SAID, NOT_SAID_ENGLISH)),
          table(
              "T2",
              "Minh bạch, công khai (T2)",
              "Openness (T2)",
              "Số dòng lịch sử hiện trên trang tra cứu trong 24 giờ kể từ khi xảy ra / tất cả; chỉ bộ"
                  + " dữ liệu thật của thành phố",
              "Entries visible on the tracking page within 24 hours of when they happened / all; of"
                  + " the city's own data only",
              new Target(Comparison.EXACTLY, 1000, PLAN)),
          share(
              "T3",
              "Hài lòng (T3)",
              "Satisfied (T3)",
              "satisfied",
              "answers",
              "Số câu trả lời 4–5 / số câu trả lời của năm yếu tố; “không áp dụng” bỏ ra; ngày đánh giá",
              "Answers of 4 and 5 / answers to the five elements, “not applicable” left out; by the"
                  + " day of the rating",
              new Target(Comparison.AT_LEAST, 850, PLAN)),
          share(
              "G1",
              "Giảm thời gian (G1)",
              "Time saved (G1)",
              "minutes_baseline - minutes_used",
              "minutes_baseline",
              "(Σ thời hạn mốc so sánh − Σ thời gian làm việc đã dùng) / Σ mốc so sánh; ngày có kết quả",
              "(Σ baseline minutes − Σ working minutes used) / Σ baseline; by the day of the result",
              new Target(Comparison.AT_LEAST, 200, PLAN)),
          share(
              "G2",
              "Giảm giấy tờ (G2)",
              "Papers saved (G2)",
              "papers_baseline - papers_brought",
              "papers_baseline",
              "(Σ giấy tờ theo mốc so sánh − Σ giấy tờ người dân mang đến) / Σ mốc; ngày tiếp nhận",
              "(Σ papers of the baseline − Σ papers brought) / Σ baseline; by the day of receipt",
              new Target(Comparison.AT_LEAST, 500, PLAN)),
          share(
              "G3",
              "Giảm bước xử lý (G3)",
              "Steps saved (G3)",
              "steps_baseline - steps_passed",
              "steps_baseline",
              "(Σ bước theo mốc so sánh − Σ bước đã qua) / Σ mốc; ngày có kết quả",
              "(Σ baseline steps − Σ steps passed) / Σ baseline; by the day of the result",
              new Target(Comparison.AT_LEAST, 150, PLAN)),
          Draft.of(
                  "K1",
                  "Phiền hà, sách nhiễu (K1)",
                  "Harassment (K1)",
                  "Phản ánh, khiếu nại về thái độ được kết luận đúng / hồ sơ tiếp nhận; ngày của việc"
                      + " bị phản ánh; ở chi nhánh chịu trách nhiệm về nơi bị phản ánh trong ngày đó, việc"
                      + " của cơ quan giải quyết không tính cho chi nhánh nào; bảng hiện trên 10.000 hồ sơ",
                  "Upheld feedback and complaints about conduct / dossiers accepted; by the day of the"
                      + " conduct; at the branch that answered for the judged place on that day, an"
                      + " agency's conduct at no branch; the board tells it per 10,000")
              .byDaysAnd(Dimension.BRANCH)
              .target(new Target(Comparison.EXACTLY, 0, PLAN))
              .since(BEGIN)
              .law(PLAN)
              .from(
                  Kind.COMPOSITE,
                  new Source.Details("k1.sql", "", false, IN_TABLES, IN_TABLES_ENGLISH)),
          share(
              "K2",
              "Yêu cầu bổ sung quá 01 lần (K2)",
              "Asked twice (K2)",
              "second_requests",
              "episodes",
              "Số yêu cầu thứ hai / số đợt hồ sơ (người × thủ tục × 60 ngày); kiểm tra lại cùng nội"
                  + " dung đếm riêng",
              "Second requests / episodes (person × procedure × 60 days); re-checks of the same"
                  + " items apart",
              new Target(Comparison.EXACTLY, 0, PLAN)),
          share(
              "K3",
              "Trễ hạn (K3)",
              "Late (K3)",
              "due_late",
              "due_fallen",
              "Trong số hồ sơ có hạn đầu tiên rơi vào kỳ: số từng quá hạn / tất cả",
              "Of the dossiers whose first due moment fell into the period: ever overdue / all",
              new Target(Comparison.EXACTLY, 0, PLAN)),
          share(
              "ON_TIME",
              "Trả kết quả đúng hạn",
              "Resolved on time",
              "on_time",
              "dated_resolved",
              "Số giải quyết trước hạn và đúng hạn / số đã giải quyết có thời hạn; ngày có kết quả",
              "Resolved early or on time / resolved with a legal limit; by the day of the result",
              new Target(
                  Comparison.EXACTLY, 1000, "Đề án, 10/2024: 100 % hồ sơ giải quyết đúng hạn")),
          share(
              "TRUST",
              "Tin tưởng (cạnh T3)",
              "Trust (beside T3)",
              "trusting",
              "trust_answers",
              "Số câu trả lời 4–5 / số câu trả lời của câu hỏi về niềm tin, hỏi riêng; ngày đánh giá",
              "Answers of 4 and 5 / answers to the question of trust, asked apart; by the day of the"
                  + " rating",
              null),
          share(
              "TABLET",
              "Đánh giá trên máy tại quầy (cạnh T3)",
              "Ratings on a counter's tablet (beside T3)",
              "tablet_ratings",
              "rated",
              "Số đánh giá cho trên máy tính bảng tại quầy / số đánh giá",
              "Ratings given on the counter's tablet / ratings",
              null));

  private GoalIndicators() {}

  private static Indicator share(
      String code,
      String vietnamese,
      String english,
      String numerator,
      String denominator,
      String formula,
      String formulaEnglish,
      Target target) {
    return Draft.of(code, vietnamese, english, formula, formulaEnglish)
        .byDaysAnd(Dimension.BRANCH, Dimension.FIELD)
        .target(target)
        .since(BEGIN)
        .law(PLAN)
        .from(Kind.COMPOSITE, new Source.Columns(Source.Table.BOARD_DAY, numerator, denominator));
  }

  private static Indicator table(
      String code,
      String vietnamese,
      String english,
      String formula,
      String formulaEnglish,
      Target target) {
    Draft draft =
        Draft.of(code, vietnamese, english, formula, formulaEnglish)
            .target(target)
            .since(BEGIN)
            .law(PLAN);
    return draft.from(Kind.COMPOSITE, new Source.Tables(draft.file(), NOT_SAID, NOT_SAID_ENGLISH));
  }
}
