package vn.motcua.analytics.job.facts;

import java.time.Instant;
import vn.motcua.analytics.job.facts.Entry.Kind;
import vn.motcua.events.DossierClosed;
import vn.motcua.events.DossierCorrected;
import vn.motcua.events.DossierFinished;
import vn.motcua.events.DossierObserved;
import vn.motcua.events.DossierPaused;
import vn.motcua.events.DossierRated;
import vn.motcua.events.DossierReattributed;
import vn.motcua.events.DossierReceived;
import vn.motcua.events.DossierReopened;
import vn.motcua.events.DossierResumed;
import vn.motcua.events.DossierReturned;
import vn.motcua.events.DossierVoided;
import vn.motcua.events.DueMoved;
import vn.motcua.events.LogEntry;
import vn.motcua.events.RatingPlace;
import vn.motcua.events.StepCompleted;
import vn.motcua.events.SupplementRequested;

/** Turns a message of the event contract into a flat {@link Entry}. Judges nothing. */
public final class EntryReading {

  private EntryReading() {}

  /**
   * @throws IllegalArgumentException when the body is of a kind this reader does not know
   */
  public static Entry read(LogEntry message) {
    Entry entry = new Entry();
    entry.datasetId = message.getDatasetId();
    entry.dossierId = message.getAggregateId();
    entry.sequence = message.getSequence();
    entry.occurredAt = message.getOccurredAt().toEpochMilli();
    entry.moment = entry.occurredAt;
    switch (message.getBody()) {
      case DossierReceived body -> received(entry, body);
      case StepCompleted body -> {
        entry.kind = Kind.STEP;
        entry.unitId = body.getUnitId();
      }
      case DossierPaused body -> {
        at(entry, Kind.PAUSED, body.getPausedAt());
        entry.lawful = body.getLawful();
      }
      case DossierResumed body -> {
        at(entry, Kind.RESUMED, body.getResumedAt());
        entry.dueAt = millis(body.getDueAt());
      }
      case DueMoved body -> {
        entry.kind = Kind.DUE_MOVED;
        entry.dueAt = millis(body.getDueAt());
        entry.dueCause = body.getCause();
      }
      case DossierFinished body -> {
        at(entry, Kind.FINISHED, body.getFinishedAt());
        entry.outcome = body.getOutcome();
        entry.usedMinutes = body.getUsedMinutes();
      }
      case DossierClosed body -> at(entry, Kind.CLOSED, body.getClosedAt());
      case DossierReopened body -> {
        at(entry, Kind.REOPENED, body.getReopenedAt());
        entry.dueAt = millis(body.getDueAt());
      }
      case DossierVoided body -> at(entry, Kind.VOIDED, body.getVoidedAt());
      case DossierReattributed body -> {
        at(entry, Kind.REATTRIBUTED, body.getReattributedAt());
        entry.unitId = body.getUnitId();
        entry.branchId = body.getBranchId();
      }
      case DossierCorrected body -> corrected(entry, body);
      case DossierReturned body -> at(entry, Kind.RETURNED, body.getReturnedAt());
      case DossierObserved body -> at(entry, Kind.OBSERVED, body.getObservedAt());
      case SupplementRequested body -> {
        at(entry, Kind.SUPPLEMENT_REQUESTED, body.getRequestedAt());
        entry.secondOfEpisode = body.getSecondOfEpisode();
        entry.recheck = body.getRecheck();
      }
      case DossierRated body -> rated(entry, body);
      default -> throw new IllegalArgumentException("Unknown body " + message.getBody().getClass());
    }
    return entry;
  }

  private static void received(Entry entry, DossierReceived body) {
    at(entry, Kind.RECEIVED, body.getReceivedAt());
    entry.dueAt = millis(body.getDueAt());
    entry.unitId = body.getUnitId();
    entry.branchId = body.getBranchId();
    entry.fieldId = body.getFieldId();
    entry.procedureId = body.getProcedureId();
    entry.channel = body.getChannel();
    entry.zone = body.getZone();
    entry.live = body.getLive();
    entry.baselineSteps = body.getBaselineSteps();
    entry.baselineMinutes = body.getBaselineMinutes();
    entry.papersBaseline = body.getPapersBaseline();
    entry.papersBrought = body.getPapersBrought();
    entry.opensEpisode = body.getOpensEpisode();
  }

  private static void rated(Entry entry, DossierRated body) {
    at(entry, Kind.RATED, body.getRatedAt());
    for (int answer : body.getAnswers()) {
      entry.answers += answer > 0 ? 1 : 0;
      entry.satisfied += answer >= BoardFacts.GOOD ? 1 : 0;
    }
    entry.trust = body.getTrust();
    entry.ratedOnTablet = body.getPlace() == RatingPlace.TABLET;
  }

  private static void corrected(Entry entry, DossierCorrected body) {
    entry.kind = Kind.CORRECTED;
    entry.receivedAt = millis(body.getReceivedAt());
    entry.dueAt = millis(body.getDueAt());
    entry.finishedAt = millis(body.getFinishedAt());
    entry.outcome = body.getOutcome();
    entry.channel = body.getChannel();
    entry.fieldId = body.getFieldId() == null ? Entry.NO_ID : body.getFieldId();
  }

  private static void at(Entry entry, Kind kind, Instant moment) {
    entry.kind = kind;
    entry.moment = moment.toEpochMilli();
  }

  private static long millis(Instant moment) {
    return moment == null ? Entry.NONE : moment.toEpochMilli();
  }
}
