package vn.motcua.figures.indicator;

import java.util.List;

/** How long it took, who lost the time, and how much there was to do. */
final class TimeIndicators {

  private static final String EVALUATION = "NĐ 118/2025/NĐ-CP, Đ29–34: tiến độ, kết quả giải quyết";

  static final List<Indicator> ALL =
      List.of(
          minutes(
              "FLOW_ELAPSED",
              "Thời gian giải quyết, tính cả thời gian chờ",
              "Elapsed time to the result",
              Dimension.UNIT,
              "Phút từ ngày tiếp nhận đến khi có kết quả, cả tạm dừng và ngày nghỉ; p50 và p90 của hồ"
                  + " sơ có kết quả trong kỳ",
              "Minutes from receipt to the result, pauses and days off included; p50 and p90 of the"
                  + " dossiers resolved in the period"),
          minutes(
              "FLOW_WORKING",
              "Thời gian giải quyết, giờ làm việc",
              "Working time to the result",
              Dimension.UNIT,
              "Phút làm việc theo lịch từ tiếp nhận đến kết quả, trừ tạm dừng hợp lệ; hồ sơ không rõ"
                  + " thì không đếm",
              "Working minutes by the calendar from receipt to the result, lawful pauses left out;"
                  + " dossiers of which it is not known are not counted"),
          minutes(
              "PAUSED_TIME",
              "Thời gian tạm dừng (phía người dân, nghĩa vụ tài chính)",
              "Time paused (applicant, financial obligation)",
              Dimension.UNIT,
              "Phút tạm dừng hợp lệ của mỗi hồ sơ có kết quả trong kỳ; nhật ký không nói vì ai nên gộp"
                  + " chung",
              "Minutes of lawful pauses of each dossier resolved in the period; the log does not say"
                  + " whose, so they are together"),
          minutes(
              "LATE_BY",
              "Thời gian trễ của hồ sơ trễ hạn",
              "How late the late ones were",
              Dimension.UNIT,
              "Phút từ lúc quá hạn đến khi có kết quả, của hồ sơ có kết quả trễ trong kỳ",
              "Minutes from becoming overdue to the result, of the dossiers resolved late in the"
                  + " period"),
          minutes(
              "RESULT_WAIT",
              "Thời gian chờ trả (phía trả kết quả)",
              "Time from result to hand-over",
              Dimension.BRANCH,
              "Phút từ khi có kết quả đến khi trả cho người dân, của hồ sơ trả trong kỳ",
              "Minutes from the result to the applicant's hands, of the dossiers returned in the"
                  + " period"),
          count(
              "ARRIVALS",
              "Hồ sơ đến",
              "Arrivals",
              "received + transferred_in + reopened",
              "Tiếp nhận + nhận bàn giao + mở lại, theo cơ quan giải quyết",
              "Received + transferred in + reopened, by competent agency"),
          stock(
              "OPEN",
              "Đang giải quyết, cuối kỳ",
              "Open at the end",
              "open",
              "Vào trừ ra, từ đầu đến hết kỳ",
              "Entries less exits, from the beginning to the end of the period"),
          stock(
              "OVERDUE",
              "Đang quá hạn, cuối kỳ",
              "Overdue at the end",
              "overdue",
              "Hồ sơ đang giải quyết đã qua hạn ở cuối kỳ",
              "Open dossiers past their due moment at the end of the period"),
          series(
              "STEPS",
              "Bước đã qua mỗi hồ sơ",
              "Steps per dossier",
              "STEPS",
              "STEPPED",
              "Số bước đã qua / số hồ sơ có kết quả và có bước ghi trong nhật ký; ngày có kết quả",
              "Steps passed / resolved dossiers with steps in the log; by the day of the result"),
          series(
              "HAND_OVERS",
              "Lần chuyển giữa các đơn vị mỗi hồ sơ",
              "Hand-overs per dossier",
              "HAND_OVERS",
              "STEPPED",
              "Số lần bước sau do đơn vị khác làm so với bước trước / số hồ sơ có kết quả và có bước",
              "Steps done by another body than the one before / resolved dossiers with steps"));

  private TimeIndicators() {}

  private static Indicator minutes(
      String code,
      String vietnamese,
      String english,
      Dimension body,
      String formula,
      String formulaEnglish) {
    return Draft.of(code, vietnamese, english, formula, formulaEnglish)
        .byDaysAnd(body, Dimension.FIELD)
        .law(EVALUATION)
        .from(Kind.QUANTILE, new Source.Distribution(code));
  }

  private static Indicator count(
      String code,
      String vietnamese,
      String english,
      String columns,
      String formula,
      String formulaEnglish) {
    return Draft.of(code, vietnamese, english, formula, formulaEnglish)
        .byDaysAnd(Dimension.UNIT, Dimension.FIELD)
        .law(EVALUATION)
        .from(Kind.FLOW, new Source.Columns(Source.Table.FIGURE_DAY, columns, null));
  }

  private static Indicator stock(
      String code,
      String vietnamese,
      String english,
      String column,
      String formula,
      String formulaEnglish) {
    return Draft.of(code, vietnamese, english, formula, formulaEnglish)
        .by(Dimension.UNIT, Dimension.FIELD)
        .law(EVALUATION)
        .from(
            Kind.STOCK,
            new Source.Standing(Source.Table.FIGURE_DAY, column + "_in", column + "_out"));
  }

  private static Indicator series(
      String code,
      String vietnamese,
      String english,
      String numerator,
      String denominator,
      String formula,
      String formulaEnglish) {
    return Draft.of(code, vietnamese, english, formula, formulaEnglish)
        .byDaysAnd(Dimension.UNIT, Dimension.FIELD)
        .law(EVALUATION)
        .from(Kind.COMPOSITE, new Source.Mean(numerator, denominator));
  }
}
