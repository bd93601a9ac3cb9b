package vn.motcua.reception;

import java.util.List;
import java.util.Locale;
import vn.motcua.catalogue.ProcedureComponent;
import vn.motcua.catalogue.ProcedureQuestion;
import vn.motcua.worktime.DueDate;

/**
 * What the form shows of a dossier while it is typed.
 *
 * @param title how people call the procedure
 * @param agency who will decide; empty: not known yet
 * @param delegatedTo to whom the agency delegated the decision (ủy quyền); empty: to nobody
 * @param byCommune a commune decides
 * @param elsewhere the ministry's software that decides it; empty: it is decided here
 * @param due null: not known, a finding says why
 * @param asked components to bring in this case
 * @param held components that the state has
 * @param fee in đồng; null: not known
 */
public record IntakePreview(
    String title,
    String agency,
    String delegatedTo,
    boolean byCommune,
    String elsewhere,
    DueDate due,
    List<ProcedureQuestion> questions,
    List<ProcedureComponent> asked,
    List<ProcedureComponent> held,
    Long fee,
    String feeNote,
    List<Finding> findings) {

  public IntakePreview {
    questions = List.copyOf(questions);
    asked = List.copyOf(asked);
    held = List.copyOf(held);
    findings = List.copyOf(findings);
  }

  /** What is wrong or odd so far. */
  public List<String> messages(Locale locale) {
    return findings.stream().map(finding -> finding.message(locale)).toList();
  }
}
