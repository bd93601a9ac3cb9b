package vn.motcua.web.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.motcua.catalogue.ProcessVersion;
import vn.motcua.web.layout.Words;

/** A version of an internal process with its drawing and, beside it, the same as a table. */
public final class ProcessView {

  private final ProcessVersion version;
  private final Words words;
  private ProcessDiagram diagram;

  ProcessView(ProcessVersion version, Words words) {
    this.version = version;
    this.words = words;
  }

  public ProcessVersion getVersion() {
    return version;
  }

  public ProcessDiagram getDiagram() {
    if (diagram == null) {
      diagram = drawn();
    }
    return diagram;
  }

  private ProcessDiagram drawn() {
    Map<String, String> places = new HashMap<>();
    places.put("BRANCH", words.of("process.place.BRANCH"));
    places.put("AGENCY", words.of("process.place.AGENCY"));
    return ProcessDiagram.of(version, places, this::hours, words.locale());
  }

  /** 4,5 giờ làm việc. */
  public String hours(int minutes) {
    NumberFormat format = NumberFormat.getNumberInstance(words.locale());
    format.setMaximumFractionDigits(2);
    return words.of(
        "process.hours",
        format.format(
            BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP)));
  }

  public String place(ProcessVersion.Step step) {
    return step.unitCode().isEmpty()
        ? words.of("process.place." + (step.atBranch() ? "BRANCH" : "AGENCY"))
        : step.unitCode();
  }

  public String name(ProcessVersion.Step step) {
    return step.name(words.locale());
  }

  public String kind(ProcessVersion.Branch branch) {
    return words.of("process." + branch.kind().toLowerCase(Locale.ROOT));
  }

  public String role(String role) {
    return role.isEmpty() ? "" : words.of("process.role." + role);
  }

  public List<ProcessVersion.Branch> getBranches() {
    return version.branches();
  }

  public String getHours() {
    return hours(version.minutes());
  }

  public int getHandOvers() {
    return version.handOvers();
  }

  public int getSteps() {
    return version.steps().size();
  }

  public String getBaselineHours() {
    return hours(version.baselineMinutes());
  }

  /** "Bớt 2 bước, 3 giờ làm việc, 1 lần bàn giao" against a former version. */
  public String savedAgainst(ProcessVersion former) {
    ProcessVersion.Saving saved = former.saved(version);
    return words.of(
        "process.saved",
        words.getNotation().difference(-saved.steps()),
        words.getNotation().difference(-saved.handOvers()),
        (saved.minutes() > 0 ? "−" : saved.minutes() < 0 ? "+" : "")
            + hours(Math.abs(saved.minutes())));
  }
}
