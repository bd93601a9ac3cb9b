package vn.motcua.web.catalogue;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.catalogue.Delegations;
import vn.motcua.catalogue.ProcedureSheet;
import vn.motcua.catalogue.ProcedureVersions;
import vn.motcua.catalogue.ProcessVersion;
import vn.motcua.catalogue.ProcessVersions;
import vn.motcua.failure.CodedFailure;
import vn.motcua.web.layout.Words;

/** One procedure: what it says on a day, its versions, its internal process (trang thủ tục). */
@Named("procedureScreen")
@RequestScoped
public class ProcedureScreen {

  private static final List<String> CRITERIA =
      List.of("timeliness", "quality", "cost", "satisfaction", "capacity");

  @EJB private ProcedureVersions versions;
  @EJB private ProcessVersions processes;
  @EJB private Delegations delegations;
  @Inject private CatalogueAddress address;
  @Inject private Words words;

  private final Map<String, String> typed = new HashMap<>();
  private ProcedureSheet sheet;
  private List<ProcedureVersions.Span> history;
  private List<ProcessVersion> processVersions;
  private String problem = "";
  private String error = "";

  /** Where there is no such procedure, the page says so and nothing more. */
  public void check() {
    sheet();
  }

  private ProcedureSheet sheet() {
    if (sheet == null) {
      try {
        sheet = versions.sheet(getCode(), shownDay());
      } catch (RuntimeException thrown) {
        CodedFailure failure = Words.coded(thrown).orElseThrow(() -> thrown);
        sheet = new ProcedureSheet(Map.of("code", getCode(), "name", getCode()));
        problem = failure.message(words.locale());
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .setResponseStatus(failure.httpStatus());
      }
    }
    return sheet;
  }

  /** The day asked for; for a version still to come, its first day. */
  private LocalDate shownDay() {
    LocalDate day = address.day("on");
    return address.text("on").isEmpty()
            && getHistory().stream().noneMatch(span -> !span.from().isAfter(day))
            && !getHistory().isEmpty()
        ? getHistory().getLast().from()
        : day;
  }

  public String getProblem() {
    return problem;
  }

  public String getCode() {
    return address.text("code");
  }

  public String getOn() {
    return shownDay().toString();
  }

  public String getName() {
    return sheet().cell("name");
  }

  public SheetView getSheet() {
    return new SheetView(sheet(), null, versions.names(), words);
  }

  /** The compliance cost of one dossier in đồng; null where no sheet of costs is known. */
  public String getCost() {
    return sheet().cell("costs").isEmpty()
        ? null
        : words.getNotation().count(ProcedureVersions.complianceCost(sheet()));
  }

  public List<ProcedureVersions.Span> getHistory() {
    if (history == null) {
      history = versions.history(getCode());
    }
    return history;
  }

  public boolean shown(ProcedureVersions.Span span) {
    LocalDate day = shownDay();
    return !span.from().isAfter(day) && (span.to() == null || span.to().isAfter(day));
  }

  public String day(LocalDate day) {
    return day == null ? "" : words.getNotation().day(day);
  }

  private List<ProcessVersion> processVersions() {
    if (processVersions == null) {
      processVersions = processes.versions(getCode());
    }
    return processVersions;
  }

  /** All versions of the process, the newest first, for the comparison. */
  public List<ProcessView> getProcesses() {
    return processVersions().stream().map(one -> new ProcessView(one, words)).toList();
  }

  /** The process of the day; null where there is none. */
  public ProcessView getProcess() {
    LocalDate day = shownDay();
    return processVersions().stream()
        .filter(one -> !one.validFrom().isAfter(day))
        .findFirst()
        .map(one -> new ProcessView(one, words))
        .orElse(null);
  }

  /** What a version of the process changed against the one before; empty for the first. */
  public String saved(ProcessView view) {
    return processVersions().stream()
        .filter(one -> one.version() < view.getVersion().version())
        .findFirst()
        .map(view::savedAgainst)
        .orElse("");
  }

  /** The delegation of today; null where there is none. */
  public Delegations.Delegation getDelegation() {
    return delegations.list(address.today()).stream()
        .filter(one -> one.code().equals(getCode()))
        .findFirst()
        .orElse(null);
  }

  public List<Delegations.Evaluation> getEvaluations() {
    return delegations.evaluations(getCode());
  }

  public List<String> getCriteria() {
    return CRITERIA;
  }

  public Map<String, String> getTyped() {
    return typed;
  }

  public String getError() {
    return error;
  }

  public void evaluate() throws IOException {
    try {
      List<Integer> scores = new ArrayList<>();
      for (String criterion : CRITERIA) {
        String score = typed.get(criterion);
        scores.add(score != null && score.matches("\\d") ? Integer.parseInt(score) : 0);
      }
      delegations.evaluate(
          getCode(),
          scores,
          Delegations.Conclusion.valueOf(typed.getOrDefault("conclusion", "CONTINUE")),
          typed.get("note"));
      address.goTo("/procedure?code=" + CatalogueAddress.encoded(getCode()));
    } catch (RuntimeException thrown) {
      error = words.failure(thrown);
      check();
    }
  }
}
