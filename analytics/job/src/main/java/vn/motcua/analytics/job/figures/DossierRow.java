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

  public DossierRow() {}

  public static DossierRow of(DossierFacts facts, Timeline timeline, int sequence) {
    Stint last = timeline.stints().getLast();
    DossierRow row = new DossierRow();
    row.dossierId = facts.dossierId;
    row.datasetId = facts.datasetId;
    row.sequence = sequence;
    row.unitId = last.unitId();
    row.branchId = facts.branchId;
    row.fieldId = facts.fieldId;
    row.procedureId = facts.procedureId;
    row.channel = facts.channel;
    row.standing = timeline.standing();
    row.receivedAt = facts.receivedAt;
    row.dueAt = timeline.dueAt();
    row.originalDueAt = timeline.originalDueAt();
    row.overdueSince = timeline.overdueSince();
    row.endedAt = last.end();
    row.outcome = last.outcome();
    row.returnedAt = facts.returnedAt;
    return row;
  }
}
