package vn.motcua.web.reminders;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import vn.motcua.deadlines.LateRisk;
import vn.motcua.deadlines.RiskService;
import vn.motcua.dossier.DossierState;
import vn.motcua.processing.WorklistLine;

/** The chance of being late beside the lines of a worklist. */
@Named("worklistRisk")
@RequestScoped
public class WorklistRisk {

  @EJB private RiskService risks;
  @Inject private RemindersPage words;

  private Map<String, LateRisk> known;

  /** "nguy cơ trễ 80%"; empty where there is nothing to tell. */
  public String chance(List<WorklistLine> lines, WorklistLine line, String dataset) {
    LateRisk risk = of(lines, line, dataset);
    return risk == null ? "" : words.chance(risk);
  }

  /** Which step it comes from, and from how many dossiers it is known. */
  public String reason(List<WorklistLine> lines, WorklistLine line, String dataset) {
    LateRisk risk = of(lines, line, dataset);
    return risk == null ? "" : words.reason(risk);
  }

  private LateRisk of(List<WorklistLine> lines, WorklistLine line, String dataset) {
    if (known == null) {
      known =
          risks.of(
              dataset,
              lines.stream()
                  .filter(one -> one.state() == DossierState.OPEN)
                  .filter(one -> one.left() != null && !one.left().over())
                  .map(WorklistLine::code)
                  .toList());
    }
    return known.get(line.code());
  }
}
