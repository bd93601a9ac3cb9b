package vn.motcua.figures.indicator;

import static vn.motcua.figures.indicator.Indicator.BEGIN;
import static vn.motcua.figures.indicator.Indicator.daysAnd;

import java.util.List;

/** What could beautify a figure and therefore stands beside it, counted by the stream. */
final class ConductIndicators {

  private static final String HONESTY = "Quy tắc trung thực của số liệu; NĐ 118/2025/NĐ-CP, Đ16–19";

  static final List<Indicator> ALL =
      List.of(
          atBranch(
              "ACCEPTED_ONCE",
              "Tiếp nhận đủ ngay lần đầu",
              "Accepted at the first try",
              "ACCEPTED_ONCE",
              "ACCEPTED",
              "Số hồ sơ không bị yêu cầu bổ sung lần nào sau tiếp nhận / số tiếp nhận; ngày tiếp nhận;"
                  + " kiểm tra lại cùng nội dung không tính",
              "Dossiers never asked for a supplement after receipt / received; by the day of receipt;"
                  + " re-checks of the same items do not count"),
          new Indicator(
              "REFUSED",
              "Từ chối giải quyết",
              "Refused results",
              Kind.COMPOSITE,
              daysAnd(Dimension.UNIT, Dimension.FIELD),
              new Source.Series("REFUSED", "RESOLVED"),
              "Số kết quả là từ chối / số có kết quả; mỗi hồ sơ một lần, theo kết quả còn hiệu lực",
              "Results that refuse / results; each dossier once, by the result that stands",
              null,
              BEGIN,
              HONESTY),
          figure(
              "CLOSED_BEFORE_DUE",
              "Kết thúc không kết quả, trước hạn",
              "Closed without result, before due",
              "closed_before_due"),
          figure(
              "CLOSED_AFTER_DUE",
              "Kết thúc không kết quả, sau hạn",
              "Closed without result, after due",
              "closed_after_due"),
          new Indicator(
              "QUICK_STEPS",
              "Bấm qua bước trong một phút",
              "Steps clicked through within a minute",
              Kind.COMPOSITE,
              daysAnd(Dimension.UNIT, Dimension.FIELD),
              new Source.Series("QUICK_STEPS", "STEPS"),
              "Số bước xong trong vòng dưới một phút sau bước trước / số bước; hồ sơ có kết quả trong kỳ",
              "Steps done less than a minute after the one before / steps; dossiers resolved in the"
                  + " period",
              null,
              BEGIN,
              HONESTY),
          atBranch(
              "UNDOCUMENTED_PAUSES",
              "Tạm dừng không có văn bản",
              "Pauses without a document",
              "UNDOCUMENTED_PAUSES",
              "PAUSES",
              "Số lần tạm dừng không có căn cứ hoặc văn bản / số lần tạm dừng; ngày tạm dừng",
              "Pauses without ground or document / pauses; by the day of the pause"),
          new Indicator(
              "RESTARTS",
              "Tính lại thời hạn sau bổ sung",
              "Limits restarted after a supplement",
              Kind.FLOW,
              daysAnd(Dimension.BRANCH, Dimension.FIELD),
              new Source.Series("RESTARTS", null),
              "Số lần hạn giải quyết được tính lại từ đầu; ngày tính lại",
              "How often a limit was restarted; by the day of the restart",
              null,
              BEGIN,
              "NĐ 118/2025/NĐ-CP, Đ19.5"),
          atBranch(
              "RESPONSE_RATE",
              "Tỷ lệ đánh giá",
              "Response rate of ratings",
              "RATED_OF_RETURNED",
              "RETURNED",
              "Trong số hồ sơ đã trả trong kỳ (cả từ chối và trễ hạn): số đã được đánh giá / tất cả",
              "Of the dossiers returned in the period, refused and late ones included: rated / all"));

  private ConductIndicators() {}

  private static Indicator atBranch(
      String code,
      String vietnamese,
      String english,
      String numerator,
      String denominator,
      String formula,
      String formulaEnglish) {
    return Draft.of(code, vietnamese, english, formula, formulaEnglish)
        .byDaysAnd(Dimension.BRANCH, Dimension.FIELD)
        .law(HONESTY)
        .from(Kind.COMPOSITE, new Source.Series(numerator, denominator));
  }

  private static Indicator figure(String code, String vietnamese, String english, String column) {
    return Draft.of(
            code,
            vietnamese,
            english,
            "Số hồ sơ rút, dừng, trả lại hoặc không bổ sung; theo lúc kết thúc so với hạn giải quyết",
            "Dossiers withdrawn, stopped, returned or not supplemented; by the moment of closing"
                + " against the due moment")
        .byDaysAnd(Dimension.UNIT, Dimension.FIELD)
        .law(HONESTY)
        .from(Kind.FLOW, new Source.Columns(Source.Table.FIGURE_DAY, column, null));
  }
}
