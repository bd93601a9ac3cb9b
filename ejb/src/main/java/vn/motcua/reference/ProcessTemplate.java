package vn.motcua.reference;

import java.util.List;

/**
 * The steps of an internal process (quy trình nội bộ mẫu) for one kind of limit.
 *
 * @param steps in order; one at most takes the rest of the limit
 */
record ProcessTemplate(List<Step> steps) {

  /** Result on the day, or in less than seven working hours. */
  static final String SAME_DAY = "same-day";

  static final String DAYS = "days";

  static final int MINUTES_OF_A_DAY = 8 * 60;

  /**
   * @param minutes working minutes; null: the rest of the limit
   */
  record Step(
      int position,
      String name,
      String nameEn,
      String place,
      String role,
      Integer minutes,
      String publicName) {

    Step lasting(int rest) {
      return minutes != null
          ? this
          : new Step(position, name, nameEn, place, role, rest, publicName);
    }
  }

  /** The steps with their minutes, which together are the limit's. */
  List<Step> within(int limit) {
    int fixed =
        steps.stream()
            .filter(s -> s.minutes() != null)
            .mapToInt(ProcessTemplate.Step::minutes)
            .sum();
    return steps.stream().map(step -> step.lasting(Math.max(30, limit - fixed))).toList();
  }
}
