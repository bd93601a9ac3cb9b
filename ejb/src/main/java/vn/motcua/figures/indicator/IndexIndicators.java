package vn.motcua.figures.indicator;

import java.util.List;

/**
 * What the index of QĐ 766 shows and does not score, so that it is no component with points: 2.2,
 * the mean time of a procedure, and 5.1, feedback by class.
 */
final class IndexIndicators {

  private static final String WHY = "Nhật ký không mang dữ kiện này; đếm thẳng từ bảng nghiệp vụ";
  private static final String WHY_ENGLISH =
      "The log does not carry this; counted from the operational tables";

  static final List<Indicator> ALL =
      List.of(
          Draft.of(
                  "MEAN_TIME",
                  "Thời gian giải quyết trung bình của thủ tục, phút",
                  "Mean time to resolve of a procedure, minutes",
                  "Hồ sơ tiếp nhận trong kỳ đã có kết quả (kết quả có thể ra sau kỳ): Σ thời gian / số"
                      + " hồ sơ, riêng từng thủ tục; phút làm việc nếu thời hạn tính theo ngày, giờ làm"
                      + " việc, phút thường nếu theo ngày lịch hoặc tháng; chung nhiều thủ tục: không"
                      + " có nghĩa",
                  "Dossiers received in the period that have a result, whenever it came: Σ time /"
                      + " dossiers, of each procedure; working minutes where its limit is one of working"
                      + " time, else minutes of the wall clock; of several procedures together it has no"
                      + " meaning")
              .by(Dimension.PROCEDURE)
              .law("Quyết định 766/QĐ-TTg, 2.2: hiển thị, không tính điểm")
              .from(Kind.COMPOSITE, new Source.Procedures("mean-time.sql", WHY, WHY_ENGLISH)),
          feedback(
              "FEEDBACK_RULES",
              "PAKN về quy định, thủ tục",
              "Feedback about rules and procedures",
              "REGULATION",
              "Số PAKN được phân loại về quy định, thủ tục / tất cả PAKN nhận trong kỳ",
              "Feedback classed as about rules and procedures / all received in the period"),
          feedback(
              "FEEDBACK_CONDUCT",
              "PAKN về hành vi",
              "Feedback about conduct",
              "CONDUCT",
              "Số PAKN được phân loại về hành vi / tất cả PAKN nhận trong kỳ",
              "Feedback classed as about conduct / all received in the period"));

  private IndexIndicators() {}

  private static Indicator feedback(
      String code,
      String vietnamese,
      String english,
      String feedbackClass,
      String formula,
      String formulaEnglish) {
    return Draft.of(code, vietnamese, english, formula, formulaEnglish)
        .byDaysAnd()
        .law("Quyết định 766/QĐ-TTg, 5.1: hiển thị, không tính điểm")
        .from(
            Kind.COMPOSITE,
            new Source.Details("feedback-class.sql", feedbackClass, false, WHY, WHY_ENGLISH));
  }
}
