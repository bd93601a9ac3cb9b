package vn.motcua.analytics.job.figures;

import vn.motcua.analytics.job.facts.DossierFacts;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.facts.Standing;
import vn.motcua.analytics.job.facts.Stint;
import vn.motcua.analytics.job.facts.Timeline;
import vn.motcua.events.Channel;
import vn.motcua.events.Outcome;

/**
 * A row of {@code dossier_fact}, for drill-down. Travels between operators, hence its shape.
 * Moments are UTC milliseconds, {@link Entry#NONE} where there is none.
 */
public final class DossierRow {

  public long dossierId;
  public int datasetId;

  /** The last entry of the log that is included. */
  public int sequence;

  public int unitId;

  /** The receiving branch. */
  public int branchId;

  public int fieldId;
  public int procedureId;
  public Channel channel;
  public Standing standing;
  public long receivedAt;
  public long dueAt;
  public long originalDueAt;
  public long overdueSince;

  /** Finished, closed or voided at. */
  public long endedAt;

  public Outcome outcome;
  public long returnedAt;

  /** The dossier's first row. Says nothing of the dossier, so no state keeps it. */
  public transient boolean fresh;

  public DossierRow() {}

  public static DossierRow of(DossierFacts facts, Timeline timeline, int sequence) {
    DossierRow row = new DossierRow();
    row.fill(facts, timeline, sequence);
    return row;
  }

  /** Says of the dossier what holds now. */
  public void fill(DossierFacts facts, Timeline timeline, int includedSequence) {
    Stint last = timeline.stints().getLast();
    dossierId = facts.dossierId;
    datasetId = facts.datasetId;
    sequence = includedSequence;
    unitId = last.unitId();
    branchId = facts.branchId;
    fieldId = facts.fieldId;
    procedureId = facts.procedureId;
    channel = facts.channel;
    standing = timeline.standing();
    receivedAt = facts.receivedAt;
    dueAt = timeline.dueAt();
    originalDueAt = timeline.originalDueAt();
    overdueSince = timeline.overdueSince();
    endedAt = last.end();
    outcome = last.outcome();
    returnedAt = facts.returnedAt;
  }
}
