package vn.motcua.analytics.job.watch;

import vn.motcua.analytics.job.facts.DossierFacts;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.facts.Entry.Kind;
import vn.motcua.analytics.job.facts.Stint;
import vn.motcua.analytics.job.facts.Timeline;

/**
 * The watch forgets a dossier when it ends, for nearly all that are ever received have ended. The
 * few that are opened again (mở lại) are told to it together with what the figures know of them.
 */
public final class Reopening {

  private Reopening() {}

  /**
   * @param facts of the dossier before this entry
   * @return what the watch has to be given for the entry: the entry itself but for a reopening
   */
  public static Entry told(Entry entry, DossierFacts facts) {
    if (entry.kind != Kind.REOPENED) {
      return entry;
    }
    Timeline before = Timeline.of(facts, entry.moment);
    Stint last = before.stints().getLast();
    Entry told = new Entry();
    told.kind = Kind.REOPENED;
    told.dossierId = entry.dossierId;
    told.datasetId = facts.datasetId;
    told.sequence = entry.sequence;
    told.occurredAt = entry.occurredAt;
    told.moment = entry.moment;
    told.live = facts.live;
    told.dueAt = entry.dueAt == Entry.NONE ? before.dueAt() : entry.dueAt;
    told.unitId = last.unitId();
    told.branchId = last.branchId();
    told.procedureId = facts.procedureId;
    told.receivedAt = facts.receivedAt;
    told.wasOverdue = before.overdueSince() != Entry.NONE;
    return told;
  }
}
