package vn.motcua.catalogue;

import java.util.List;

/**
 * One version of an internal process (quy trình nội bộ).
 *
 * @param baselineSteps steps of the frozen baseline that it is measured against
 * @param baselineMinutes working minutes of that baseline
 * @param steps in order, never empty
 */
public record InternalProcess(
    int id, int version, int baselineSteps, int baselineMinutes, List<InternalStep> steps) {

  public InternalProcess {
    steps = List.copyOf(steps);
  }
}
