package vn.motcua.analytics.job.facts;

import vn.motcua.analytics.job.facts.Entry.Kind;
import vn.motcua.events.DueCause;
import vn.motcua.events.Outcome;

/**
 * What is kept of an entry after the first: as little as a later refold needs. Kept because a
 * correction changes the past, and the classes are then derived anew as if it had always been so.
 */
public final class Milestone {

  public Kind kind;

  /** UTC milliseconds. */
  public long moment;

  public long dueAt = Entry.NONE;
  public boolean lawful;
  public DueCause dueCause;
  public Outcome outcome;
  public int unitId;
  public int branchId;

  public Milestone() {}

  static Milestone of(Entry entry) {
    Milestone milestone = new Milestone();
    milestone.kind = entry.kind;
    milestone.moment = entry.moment;
    milestone.dueAt = entry.dueAt;
    milestone.lawful = entry.lawful;
    milestone.dueCause = entry.dueCause;
    milestone.outcome = entry.outcome;
    milestone.unitId = entry.unitId;
    milestone.branchId = entry.branchId;
    return milestone;
  }
}
