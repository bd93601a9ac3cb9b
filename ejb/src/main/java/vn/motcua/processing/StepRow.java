package vn.motcua.processing;

/**
 * A step of an internal process (quy trình nội bộ).
 *
 * @param minutes working minutes allowed; 0: none are set
 * @param last the process ends with it
 */
record StepRow(
    int position,
    String name,
    String nameEn,
    String publicName,
    String place,
    String role,
    int minutes,
    boolean last) {

  /** The handing over at the branch, which follows the result (trả kết quả). */
  static final StepRow RETURN =
      new StepRow(
          100,
          "Trả kết quả",
          "Return of the result",
          "Có kết quả, mời đến nhận",
          "BRANCH",
          "CLERK",
          0,
          true);

  /** While a ministry's own software has the dossier, the branch looks after its statuses. */
  static final StepRow FOLLOW =
      new StepRow(
          2,
          "Theo dõi trên phần mềm của bộ, ngành",
          "Follow in the ministry's software",
          "Đang được giải quyết trên phần mềm của bộ, ngành",
          "BRANCH",
          "CLERK",
          0,
          false);

  /** Whether this is where the result is handed over. */
  boolean returns() {
    return last && "BRANCH".equals(place) && position > 1;
  }
}
