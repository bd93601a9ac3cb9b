package vn.motcua.reception;

import vn.motcua.catalogue.InternalProcess;
import vn.motcua.catalogue.PaperList;
import vn.motcua.catalogue.ProcedureDetail;
import vn.motcua.worktime.DueDate;

/**
 * A dossier as typed, with all that the catalogue says of it on the day.
 *
 * @param process null where the procedure has none
 * @param fee in đồng; null: not known
 */
record PreparedDossier(
    DossierEntry entry,
    ProcedureDetail procedure,
    PaperList papers,
    InternalProcess process,
    Agency agency,
    int fieldId,
    DueDate due,
    Long fee) {

  /** The ministry's software that decides it; empty: it is decided here. */
  String elsewhere() {
    return procedure.sourceSystem();
  }

  /** What is asked for, as the receipt says it. */
  String summary() {
    return entry.summary().isEmpty() ? title() : entry.summary();
  }

  String title() {
    return procedure.shortName().isEmpty() ? procedure.name() : procedure.shortName();
  }

  /** What the applicant handed in or showed, and not only what was held already. */
  int papersBrought() {
    return (int)
        entry.papers().stream().filter(paper -> paper.custody() != Custody.HELD_ALREADY).count();
  }
}
