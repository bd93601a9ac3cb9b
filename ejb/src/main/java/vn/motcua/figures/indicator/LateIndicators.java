package vn.motcua.figures.indicator;

import java.util.List;

/**
 * Why dossiers were late, and how long each side kept them beyond what it was allowed. How the side
 * is found is said by {@link vn.motcua.figures.late}.
 */
final class LateIndicators {

  private static final String WHY =
      "Nhật ký không mang hạn của từng bước; đếm từ các bước, lấy ý kiến và bổ sung của hồ sơ";
  private static final String WHY_ENGLISH =
      "The log carries no limits of steps; counted from steps, opinions and supplements";
  private static final String EVALUATION =
      "NĐ 118/2025/NĐ-CP, Đ29–34: nguyên nhân trễ, trách nhiệm";

  static final List<Indicator> ALL =
      List.of(
          of(
              "LATE_CAUSE",
              "Nguyên nhân trễ (bên làm mất thời gian)",
              "Causes of lateness (side that lost the time)",
              "Hồ sơ trễ có hạn đầu tiên trong kỳ, mỗi hồ sơ một lần, ở bên giữ quá lâu nhất so với"
                  + " thời gian được phép; chia theo bên để thấy nguyên nhân",
              "Late dossiers first due in the period, each once, at the side that kept it longest"
                  + " beyond its allowance; cut by side",
              Kind.FLOW,
              false),
          of(
              "TIME_LOST",
              "Thời gian mỗi bên làm mất",
              "Time lost by each side",
              "Phút làm việc vượt thời gian được phép của mỗi bên, của từng hồ sơ trễ; p50 và p90;"
                  + " trong lúc chờ ý kiến hoặc bổ sung thì tính cho bên được chờ",
              "Working minutes beyond the allowance of each side, of each late dossier; p50 and p90;"
                  + " while waiting for an opinion or the applicant it is their time",
              Kind.QUANTILE,
              true),
          of(
              "TIME_LOST_SUM",
              "Tổng thời gian mất (phút làm việc)",
              "Time lost in all (working minutes)",
              "Σ phút làm việc vượt thời gian được phép, mọi hồ sơ trễ có hạn đầu tiên trong kỳ",
              "Σ working minutes beyond the allowance, of all late dossiers first due in the period",
              Kind.FLOW,
              false),
          of(
              "LATE_STATED",
              "Hồ sơ trễ đã nêu nguyên nhân",
              "Late dossiers with a stated cause",
              "Số hồ sơ trễ được cán bộ nêu nguyên nhân / số hồ sơ trễ có hạn đầu tiên trong kỳ",
              "Late dossiers of which an officer said why / late dossiers first due in the period",
              Kind.COMPOSITE,
              false),
          of(
              "LATE_CONTESTED",
              "Nguyên nhân cán bộ nêu khác với quy tắc",
              "Stated cause differs from the rule",
              "Số hồ sơ cán bộ nêu bên khác với bên do quy tắc tìm ra / số hồ sơ đã nêu nguyên nhân",
              "Dossiers of which the officer names another side than the rule / with a stated cause",
              Kind.COMPOSITE,
              false));

  /** The same cause, each once, at the branch that received the dossier: for a branch's board. */
  static final Indicator AT_BRANCH =
      Draft.of(
              "LATE_CAUSE_BRANCH",
              "Nguyên nhân trễ của hồ sơ do chi nhánh tiếp nhận",
              "Causes of lateness, by receiving branch",
              "Như nguyên nhân trễ, nhưng chia theo chi nhánh đã tiếp nhận hồ sơ thay cho cơ quan giải"
                  + " quyết; hồ sơ không qua chi nhánh nào vẫn nằm trong tổng",
              "As the causes of lateness, but by the branch that received the dossier instead of the"
                  + " competent agency; dossiers of no branch are in the whole")
          .byDaysAnd(Dimension.BRANCH, Dimension.FIELD, Dimension.SIDE)
          .law(EVALUATION)
          .from(
              Kind.FLOW, new Source.Details("late-cause-branch.sql", "", false, WHY, WHY_ENGLISH));

  private LateIndicators() {}

  private static Indicator of(
      String code,
      String vietnamese,
      String english,
      String formula,
      String formulaEnglish,
      Kind kind,
      boolean spread) {
    Draft draft =
        Draft.of(code, vietnamese, english, formula, formulaEnglish)
            .byDaysAnd(Dimension.UNIT, Dimension.FIELD, Dimension.SIDE)
            .law(EVALUATION);
    return draft.from(kind, new Source.Details(draft.file(), "", spread, WHY, WHY_ENGLISH));
  }
}
