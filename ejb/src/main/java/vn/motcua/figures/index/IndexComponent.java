package vn.motcua.figures.index;

/**
 * A component of the index (thành phần của bộ chỉ số QĐ 766). One declaration: group, points, the
 * share that earns them all, and what an empty denominator means.
 */
public enum IndexComponent {
  PUBLISHED_ON_TIME(1, 6, 10_000, Empty.NO_FIGURE, "1.1", "Công bố đúng hạn", "Published on time"),
  UPDATED_ON_TIME(
      1, 4, 10_000, Empty.NO_FIGURE, "1.2", "Công khai đúng hạn", "Made public on time"),
  CONTENT_FULL(
      1, 2, 10_000, Empty.NO_FIGURE, "1.3", "Nội dung công khai đủ", "Public content full"),
  SYNCHRONISED(1, 6, 10_000, Empty.NO_FIGURE, "1.4", "Hồ sơ đồng bộ", "Dossiers synchronised"),
  ON_TIME(2, 20, 10_000, Empty.NO_FIGURE, "2.1", "Giải quyết đúng hạn", "Handled on time"),
  ONLINE_SERVICES(
      3, 2, 8_000, Empty.NO_FIGURE, "3.1", "Thủ tục trực tuyến", "Procedures provided online"),
  SERVICES_USED(
      3, 4, 10_000, Empty.NO_FIGURE, "3.2", "Dịch vụ có hồ sơ", "Online services with dossiers"),
  ONLINE_DOSSIERS(3, 6, 5_000, Empty.NO_FIGURE, "3.3", "Hồ sơ trực tuyến", "Dossiers filed online"),
  FEE_SERVICES_OFFERED(
      3,
      2,
      8_000,
      Empty.NO_FIGURE,
      "3.5",
      "Thủ tục có phí mở thanh toán trên Cổng",
      "Fee procedures payable on the portal"),
  PAID_ONLINE(
      3, 6, 10_000, Empty.NO_FIGURE, "3.6", "Hồ sơ thanh toán trực tuyến", "Dossiers paid online"),
  FEE_SERVICES_PAID(
      3,
      2,
      8_000,
      Empty.NO_FIGURE,
      "3.6b",
      "Thủ tục có phí phát sinh thanh toán trực tuyến",
      "Fee procedures paid online"),
  RESULT_ELECTRONIC(4, 6, 10_000, Empty.NO_FIGURE, "4.1", "Kết quả điện tử", "Electronic results"),
  DIGITISED(4, 4, 8_000, Empty.NO_FIGURE, "4.2", "Hồ sơ số hóa", "Dossiers digitised"),
  COPIES_ELECTRONIC(
      4,
      2,
      10_000,
      Empty.NO_FIGURE,
      "4.2b",
      "Chứng thực bản sao điện tử",
      "Electronic certified copies"),
  REUSED(4, 2, 8_000, Empty.NO_FIGURE, "4.3", "Sử dụng lại dữ liệu", "Data used again"),
  SHARED(4, 4, 10_000, Empty.NO_FIGURE, "4.4", "Từ kho dữ liệu cá nhân", "From the personal store"),
  POPULATION_DOSSIERS(
      4,
      2,
      10_000,
      Empty.NO_FIGURE,
      "4.5",
      "Hồ sơ dùng dữ liệu dân cư",
      "Population data, dossiers"),
  POPULATION_SERVICES(
      4,
      2,
      10_000,
      Empty.NO_FIGURE,
      "4.5b",
      "Thủ tục dùng dữ liệu dân cư",
      "Population data, procedures"),
  FEEDBACK_ON_TIME(5, 6, 10_000, Empty.FULL, "5.2", "PAKN đúng hạn", "Feedback handled on time"),
  FEEDBACK_SATISFIED(
      5,
      6,
      10_000,
      Empty.FULL,
      "5.3",
      "Hài lòng về xử lý PAKN",
      "Satisfied with feedback handling"),
  SERVICE_SATISFIED(
      5, 6, 9_000, Empty.NONE, "5.4", "Hài lòng về giải quyết", "Satisfied with the service");

  /** What an empty denominator means. */
  public enum Empty {
    /** No figure. */
    NO_FIGURE,
    /** All points: QĐ 766 says so where there was no feedback. */
    FULL,
    /** No points: QĐ 766 says so where there was no dossier. */
    NONE
  }

  private final int group;
  private final int points;
  private final int fullAt;
  private final Empty empty;
  private final String number;
  private final String vietnamese;
  private final String english;

  IndexComponent(
      int group,
      int points,
      int fullAt,
      Empty empty,
      String number,
      String vietnamese,
      String english) {
    this.group = group;
    this.points = points;
    this.fullAt = fullAt;
    this.empty = empty;
    this.number = number;
    this.vietnamese = vietnamese;
    this.english = english;
  }

  /** 1 openness, 2 progress, 3 online, 4 digitisation, 5 satisfaction. */
  public int group() {
    return group;
  }

  /** The most that can be had. */
  public int points() {
    return points;
  }

  /** The share that earns all points, in hundredths of a percent. */
  public int fullAt() {
    return fullAt;
  }

  /** Its number in the description of the formulas. */
  public String number() {
    return number;
  }

  public String vietnamese() {
    return vietnamese;
  }

  public String english() {
    return english;
  }

  /**
   * The points that a share earns, in hundredths, rounded half up.
   *
   * @return null where there is no figure
   */
  Integer earned(long numerator, long denominator) {
    if (denominator == 0) {
      return switch (empty) {
        case NO_FIGURE -> null;
        case FULL -> 100 * points;
        case NONE -> 0;
      };
    }
    long full = denominator * fullAt;
    long part = Math.clamp(numerator * 10_000, 0, full);
    return (int) Math.floorDiv(200L * points * part + full, 2 * full);
  }
}
