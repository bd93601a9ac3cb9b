package vn.motcua.catalogue;

import java.util.List;
import java.util.Map;

/**
 * What a procedure asks for on a day: questions and components in their order. Both are empty where
 * the catalogue does not know them.
 */
public record PaperList(List<ProcedureQuestion> questions, List<ProcedureComponent> components) {

  public PaperList {
    questions = List.copyOf(questions);
    components = List.copyOf(components);
  }

  /** What must be brought in this case. */
  public List<ProcedureComponent> asked(Map<String, Boolean> answers) {
    return components.stream().filter(component -> component.asked(answers)).toList();
  }

  /** What need not be brought because the state has it. */
  public List<ProcedureComponent> held(Map<String, Boolean> answers) {
    return components.stream().filter(component -> component.held(answers)).toList();
  }

  /** How many papers the frozen baseline (mốc so sánh) asked for in this case. */
  public int baseline(Map<String, Boolean> answers) {
    return components.stream()
        .filter(component -> component.asked(answers) || component.held(answers))
        .mapToInt(ProcedureComponent::baseline)
        .sum();
  }
}
