package vn.motcua.figures.indicator;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.motcua.figures.board.Target;
import vn.motcua.figures.board.Target.Comparison;

/** What stands beside the goals so that none is beautified, and the five elements apart. */
final class BesideIndicators {

  private static final String PLAN = "Đề án Trung tâm Phục vụ hành chính công, 10/2024: 3–3–3";
  private static final String SIPAS =
      "Phương pháp đo lường sự hài lòng (SIPAS) của Bộ Nội vụ; chỉ số nội bộ theo phương pháp SIPAS";
  private static final String WHY = "Nhật ký không mang dữ kiện này; đếm thẳng từ bảng nghiệp vụ";
  private static final String WHY_ENGLISH =
      "The log does not carry this; counted from the operational tables";

  /** As in the form of rating, in its order. */
  private static final List<String> ELEMENTS =
      List.of(
          "tiếp cận dịch vụ",
          "thủ tục hành chính",
          "công chức",
          "kết quả",
          "tiếp nhận, xử lý PAKN");

  private static final List<String> ELEMENTS_ENGLISH =
      List.of(
          "access to the service", "the procedure", "officials", "the result", "handling feedback");

  static final List<Indicator> ALL =
      Stream.concat(
              IntStream.range(0, ELEMENTS.size()).mapToObj(BesideIndicators::element), others())
          .toList();

  private BesideIndicators() {}

  private static Indicator element(int index) {
    return Draft.of(
            "SIPAS_" + (index + 1),
            "Hài lòng: " + ELEMENTS.get(index),
            "Satisfied: " + ELEMENTS_ENGLISH.get(index),
            "Số câu trả lời 4–5 / số câu trả lời về yếu tố này; “không áp dụng” bỏ ra; ngày đánh"
                + " giá; cộng năm yếu tố bằng T3",
            "Answers of 4 and 5 / answers about this element, “not applicable” left out; by the day"
                + " of the rating; the five together are T3")
        .byDaysAnd(Dimension.BRANCH, Dimension.FIELD)
        .target(new Target(Comparison.AT_LEAST, 850, PLAN))
        .law(SIPAS)
        .from(Kind.COMPOSITE, details("sipas-element.sql", String.valueOf(index + 1), false));
  }

  private static Stream<Indicator> others() {
    return Stream.of(
        Draft.of(
                "RECORD_DELAY",
                "Từ lúc xảy ra đến lúc ghi nhận (cạnh T2)",
                "From happening to being recorded (beside T2)",
                "Phút từ khi việc xảy ra đến khi được ghi vào hồ sơ, của mọi dòng lịch sử trong kỳ;"
                    + " p50 và p90; chỉ bộ dữ liệu thật",
                "Minutes from what happened to its being recorded, of every entry of the period; p50"
                    + " and p90; of the city's own data only")
            .byDaysAnd(Dimension.UNIT, Dimension.FIELD)
            .law(PLAN)
            .from(Kind.QUANTILE, details("record-delay.sql", "", true)),
        Draft.of(
                "G1_COST",
                "Giảm chi phí tuân thủ (G1)",
                "Compliance cost saved (G1)",
                "Σ (chi phí theo phiếu đầu tiên − theo phiếu đang hiệu lực) × số hồ sơ mỗi năm / Σ chi"
                    + " phí theo phiếu đầu tiên × số hồ sơ; thủ tục không có phiếu: không tính",
                "Σ (cost of the first sheet − of the one in force) × dossiers a year / Σ cost of the"
                    + " first sheet × dossiers; procedures without a sheet are left out")
            .target(new Target(Comparison.ABOVE, 0, PLAN))
            .law(PLAN)
            .from(Kind.COMPOSITE, tables("g1-cost.sql")),
        Draft.of(
                "PAPERS_HELD",
                "Giấy tờ lấy từ dữ liệu đã có (cạnh G2)",
                "Papers taken from data held (beside G2)",
                "Số giấy tờ không phải nộp vì cơ quan đã có / số giấy tờ của hồ sơ; ngày tiếp nhận",
                "Papers not brought because the data is held / papers of the dossiers; by the day of"
                    + " receipt")
            .byDaysAnd(Dimension.BRANCH, Dimension.FIELD)
            .law(PLAN)
            .from(Kind.COMPOSITE, details("papers-held.sql", "", false)));
  }

  private static Source details(String file, String element, boolean spread) {
    return new Source.Details(file, element, spread, WHY, WHY_ENGLISH);
  }

  private static Source tables(String file) {
    return new Source.Tables(file, WHY, WHY_ENGLISH);
  }
}
