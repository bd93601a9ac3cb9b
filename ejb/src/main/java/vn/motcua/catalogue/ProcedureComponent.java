package vn.motcua.catalogue;

import java.util.Map;

/**
 * A component of the dossier (thành phần hồ sơ).
 *
 * @param baseline how many papers the frozen baseline asked for; 0: none
 * @param heldSource where the state has it already; empty: nowhere
 * @param question code of the question it depends on; null: it is always asked for
 * @param whenAnswer the answer with which it is asked for
 */
public record ProcedureComponent(
    int id,
    String code,
    String name,
    boolean required,
    int baseline,
    String heldSource,
    String question,
    Boolean whenAnswer) {

  /** Whether it must be brought in this case; a question without an answer is answered no. */
  public boolean asked(Map<String, Boolean> answers) {
    return question == null || answers.getOrDefault(question, false).equals(whenAnswer);
  }

  /** Not brought only because the state has it (dữ liệu đã có): the baseline asked for it. */
  public boolean held(Map<String, Boolean> answers) {
    return !asked(answers) && !heldSource.isEmpty();
  }
}
