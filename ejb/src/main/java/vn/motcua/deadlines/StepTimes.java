package vn.motcua.deadlines;

import java.util.List;

/**
 * The two distributions the risk is made of.
 *
 * @param remaining from the beginning of a step to the result
 * @param own of the step itself
 * @param reliability what chances made of them came to
 */
record StepTimes(RemainingTimes remaining, RemainingTimes own, Reliability reliability) {

  /**
   * All – position – field – procedure: a step at the beginning has more before it than the last.
   */
  static List<String> path(int fieldId, int procedureId, int position) {
    return List.of("step " + position, "field " + fieldId, "procedure " + procedureId);
  }
}
