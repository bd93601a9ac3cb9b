package vn.motcua.figures.board;

import java.util.function.Function;

/**
 * The nine goals of “3 tăng, 3 giảm, 3 không”, and how each is added up. A goal without a measure
 * is read from the tables, or has no source.
 */
public enum Goal {
  /** The index of QĐ 766/QĐ-TTg, read from the tables ({@link ComposedGoals}). */
  T1("Tăng chất lượng dịch vụ", "Better service", null),
  /** How soon what happened could be seen, read from the tables ({@link ComposedGoals}). */
  T2("Tăng minh bạch, công khai", "More open", null),
  /** Answers of 4 and 5 of all answers to the five elements. */
  T3(
      "Tăng hài lòng, niềm tin",
      "More satisfaction and trust",
      sums -> sums.ratio(BoardFlow.SATISFIED, BoardFlow.ANSWERS)),
  /** Working time saved, at the baseline's mix. */
  G1(
      "Giảm chi phí, thời gian",
      "Less cost and time",
      sums -> sums.saving(BoardFlow.MINUTES_BASELINE, BoardFlow.MINUTES_USED)),
  /** Papers that the applicant need not bring any more. */
  G2(
      "Giảm thủ tục hồ sơ",
      "Fewer papers",
      sums -> sums.saving(BoardFlow.PAPERS_BASELINE, BoardFlow.PAPERS_BROUGHT)),
  /** Steps of the process saved. */
  G3(
      "Giảm bước xử lý",
      "Fewer steps",
      sums -> sums.saving(BoardFlow.STEPS_BASELINE, BoardFlow.STEPS_PASSED)),
  /** Upheld conduct per 10,000 accepted, read from the tables ({@link ComposedGoals}). */
  K1("Không phiền hà, sách nhiễu", "No harassment", null),
  /** Episodes with a second request, of all episodes. */
  K2(
      "Không yêu cầu bổ sung quá 01 lần",
      "Never asked twice",
      sums -> sums.ratio(BoardFlow.SECOND_REQUESTS, BoardFlow.EPISODES)),
  /** Late, of all whose first due moment fell into the period: the figure that ranks. */
  K3("Không trễ hạn", "Never late", sums -> sums.ratio(BoardFlow.DUE_LATE, BoardFlow.DUE_FALLEN));

  private final String vietnamese;
  private final String english;
  private final Function<BoardSums, Ratio> measure;

  Goal(String vietnamese, String english, Function<BoardSums, Ratio> measure) {
    this.vietnamese = vietnamese;
    this.english = english;
    this.measure = measure;
  }

  public String vietnamese() {
    return vietnamese;
  }

  public String english() {
    return english;
  }

  /** False where it is not added up by the stream. */
  public boolean isMeasured() {
    return measure != null;
  }

  Ratio of(BoardSums sums) {
    return measure == null ? Ratio.NONE : measure.apply(sums);
  }

  /** Whether more is better; of the “3 không” less is. */
  public boolean risesWell() {
    return this != K1 && this != K2 && this != K3;
  }
}
