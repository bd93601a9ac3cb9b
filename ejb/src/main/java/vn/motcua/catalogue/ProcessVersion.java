package vn.motcua.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A version of an internal process with all that its diagram shows and dossiers run by.
 *
 * @param id 0 for one that is only proposed
 * @param validTo the day after the last one; null while it is valid
 * @param baselineSteps of the frozen baseline (mốc so sánh), the same in all versions
 */
public record ProcessVersion(
    int id,
    int version,
    LocalDate validFrom,
    LocalDate validTo,
    int baselineSteps,
    int baselineMinutes,
    List<Step> steps,
    List<Branch> branches,
    String note) {

  /**
   * A step of the main line.
   *
   * @param unitCode of a third body whose step it is; empty: the branch or the competent agency
   * @param handOver the dossier is handed over to it (liên thông) and its minutes are a clock of
   *     its own
   * @param opinionsNeeded so many of the opinions beside it are enough to go on; 0: all
   */
  public record Step(
      int position,
      String name,
      String nameEn,
      boolean atBranch,
      String role,
      int minutes,
      String publicName,
      String unitCode,
      boolean handOver,
      int opinionsNeeded) {

    /** Vietnamese unless English is asked for. */
    public String name(Locale locale) {
      return "en".equals(locale.getLanguage()) && !nameEn.isEmpty() ? nameEn : name;
    }

    /** Whose step it is: two steps of the same place need no hand-over between them. */
    String place() {
      return unitCode.isEmpty() ? atBranch ? "BRANCH" : "AGENCY" : unitCode;
    }
  }

  /**
   * What runs beside a step (lấy ý kiến song song), instead of it (phương án khác) or back from it
   * (trả lại bước trước).
   *
   * @param condition when an alternative is taken; {@code CODE = có} is a rule by the answer to a
   *     case question; may be empty
   * @param toStep of a way back: the step that it leads to; else 0
   */
  public record Branch(
      int position,
      int atStep,
      boolean alternative,
      String name,
      String unitCode,
      String role,
      int minutes,
      String condition,
      int toStep) {

    /** A way back to an earlier step. */
    public boolean back() {
      return toStep > 0;
    }

    /** CONSULTATION, ALTERNATIVE or BACK. */
    public String kind() {
      return back() ? "BACK" : alternative ? "ALTERNATIVE" : "CONSULTATION";
    }
  }

  public ProcessVersion {
    steps = List.copyOf(steps);
    branches = List.copyOf(branches);
  }

  /** Working minutes of the main line; an opinion that takes longer than its step holds it up. */
  public int minutes() {
    int sum = 0;
    for (Step step : steps) {
      int longest =
          branches.stream()
              .filter(
                  branch ->
                      branch.atStep() == step.position() && branch.kind().equals("CONSULTATION"))
              .mapToInt(Branch::minutes)
              .max()
              .orElse(0);
      sum += Math.max(step.minutes(), longest);
    }
    return sum;
  }

  /** How often the dossier changes hands between bodies (lần bàn giao). */
  public int handOvers() {
    int count = 0;
    for (int i = 1; i < steps.size(); i++) {
      if (!steps.get(i).place().equals(steps.get(i - 1).place())) {
        count++;
      }
    }
    return count;
  }

  /** What another version saves against this one; negative where it takes more. */
  public Saving saved(ProcessVersion other) {
    return new Saving(
        steps.size() - other.steps.size(),
        minutes() - other.minutes(),
        handOvers() - other.handOvers());
  }

  /** Steps, working minutes and hand-overs saved. */
  public record Saving(int steps, int minutes, int handOvers) {}
}
