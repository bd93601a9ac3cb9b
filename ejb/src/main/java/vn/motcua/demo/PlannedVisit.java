package vn.motcua.demo;

import java.time.Instant;
import java.util.List;
import vn.motcua.dossier.Channel;

/**
 * One visit of the plan.
 *
 * @param number from 0, in the order of arrival
 * @param at when the dossiers are complete and valid
 * @param person which of the invented people comes
 * @param dossiers what each is for and what becomes of it; at least one
 */
public record PlannedVisit(
    int number, Instant at, String branch, Channel channel, int person, List<Planned> dossiers) {

  /** A dossier of a visit. */
  public record Planned(String procedure, Fate fate) {}

  public PlannedVisit {
    dossiers = List.copyOf(dossiers);
  }

  PlannedVisit numbered(int newNumber) {
    return new PlannedVisit(newNumber, at, branch, channel, person, dossiers);
  }
}
