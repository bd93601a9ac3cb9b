package vn.motcua.figures.indicator;

import static vn.motcua.figures.indicator.Indicator.daysAnd;

import java.time.LocalDate;
import java.util.List;
import vn.motcua.figures.board.Target;
import vn.motcua.figures.board.Target.Comparison;

/** Those of the nine goals that are added up by the stream; the others stand on the board alone. */
final class GoalIndicators {

  private static final LocalDate BEGIN = LocalDate.of(2026, 11, 21);
  private static final String PLAN = "Đề án Trung tâm Phục vụ hành chính công, 10/2024: 3–3–3";

  static final List<Indicator> ALL =
      List.of(
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
                  Comparison.EXACTLY, 1000, "Đề án, 10/2024: 100 % hồ sơ giải quyết đúng hạn")));

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
    return new Indicator(
        code,
        vietnamese,
        english,
        Kind.COMPOSITE,
        daysAnd(Dimension.BRANCH, Dimension.FIELD),
        new Source.Columns(Source.Table.BOARD_DAY, numerator, denominator),
        formula,
        formulaEnglish,
        target,
        BEGIN,
        PLAN);
  }
}
