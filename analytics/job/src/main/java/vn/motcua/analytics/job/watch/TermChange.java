package vn.motcua.analytics.job.watch;

import java.time.Instant;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.events.Term;
import vn.motcua.events.TermKind;

/** How a term stands from a moment on: a {@link Term} of the log, moments as UTC milliseconds. */
public final class TermChange {

  private static final int BITS_OF_KIND = 4;

  public int datasetId;
  public TermKind kind;
  public long thingId;
  public long revision;
  public long dossierId;
  public int unitId;
  public int branchId;

  /** {@link Entry#NONE}: the term has ended. */
  public long dueAt = Entry.NONE;

  /** When it came to be so in the world. */
  public long changedAt;

  /** A tick of a later time says that all changes recorded up to this one have been sent. */
  public long recordedAt;

  public TermChange() {}

  public static TermChange of(Term told) {
    TermChange change = new TermChange();
    change.datasetId = told.getDatasetId();
    change.kind = told.getKind();
    change.thingId = told.getThingId();
    change.revision = told.getRevision();
    change.dossierId = told.getDossierId();
    change.unitId = told.getUnitId();
    change.branchId = told.getBranchId();
    Instant due = told.getDueAt();
    change.dueAt = due == null ? Entry.NONE : due.toEpochMilli();
    change.changedAt = told.getChangedAt().toEpochMilli();
    change.recordedAt = told.getRecordedAt().toEpochMilli();
    return change;
  }

  /** The key by which a thing is watched. */
  public long thing() {
    return thingId << BITS_OF_KIND | kind.ordinal();
  }

  static int kindOf(long thing) {
    return (int) (thing & (1 << BITS_OF_KIND) - 1);
  }

  static long idOf(long thing) {
    return thing >> BITS_OF_KIND;
  }

  boolean hasEnded() {
    return dueAt == Entry.NONE;
  }

  boolean isOfSameBodies(TermChange other) {
    return unitId == other.unitId && branchId == other.branchId;
  }
}
