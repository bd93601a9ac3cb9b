package vn.motcua.worktime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A term with supplements found at appraisal (yêu cầu bổ sung). Two laws count it differently for
 * different purposes, and both numbers are kept: Decree 118/2025 art. 19 restarts the term from
 * zero, the index of Decision 766/QĐ-TTg subtracts the wait.
 *
 * @param term from the first receipt, with its other pauses
 * @param supplements from the request to the completed answer; at least one
 */
public record SupplementedTerm(Term term, List<Suspension> supplements) {
  public SupplementedTerm {
    supplements = List.copyOf(supplements);
    if (supplements.isEmpty()) {
      throw new IllegalArgumentException("A supplemented term needs a supplement");
    }
  }

  /** The legal term: the whole allowance again from the last completion. */
  public Term legalRestart() {
    return term.restartedAt(
        supplements.stream().map(Suspension::to).max(Comparator.naturalOrder()).orElseThrow());
  }

  /** The term as Decision 766 scores it: from the first receipt, without the waits. */
  public Term subtracted() {
    List<Suspension> all = new ArrayList<>(term.suspensions().merged());
    all.addAll(supplements);
    return term.suspendedBy(all);
  }
}
