package vn.motcua.it.agreement;

import java.util.List;
import vn.motcua.analytics.job.facts.BrokenContract;
import vn.motcua.analytics.job.facts.DossierFacts;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.facts.EntryReading;
import vn.motcua.analytics.job.facts.Timeline;
import vn.motcua.analytics.job.figures.Contributions;
import vn.motcua.events.CloseReason;
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
import vn.motcua.events.DueCause;
import vn.motcua.events.DueMoved;
import vn.motcua.events.EventId;
import vn.motcua.events.LogEntry;
import vn.motcua.events.StepCompleted;
import vn.motcua.events.SupplementRequested;

/** Steps as the log says them, and what the stream's rules make of that. */
final class LogEntries {

  private static final EventId NO_MATTER = new EventId(new byte[16]);

  private LogEntries() {}

  static Contributions fold(Scene scene, long dossier, List<Step> history) {
    try {
      DossierFacts facts = DossierFacts.begin(entry(scene, dossier, 1, history.getFirst()));
      for (int i = 1; i < history.size(); i++) {
        facts.apply(entry(scene, dossier, i + 1, history.get(i)));
      }
      return Contributions.of(facts, Timeline.of(facts, scene.time().toEpochMilli()));
    } catch (BrokenContract e) {
      throw new AssertionError("The stream refuses what the service permits: " + history, e);
    }
  }

  private static Entry entry(Scene scene, long dossier, int sequence, Step step) {
    return EntryReading.read(
        LogEntry.newBuilder()
            .setEventId(NO_MATTER)
            .setDatasetId(scene.id())
            .setAggregateId(dossier)
            .setSequence(sequence)
            .setOccurredAt(step.at())
            .setBody(body(scene, dossier, step))
            .build());
  }

  private static Object body(Scene scene, long dossier, Step step) {
    return switch (step.kind()) {
      case RECEIVED -> received(scene, dossier, step);
      case STEP ->
          StepCompleted.newBuilder()
              .setActivity("xử lý")
              .setUnitId(step.told() instanceof Told.Passed passed ? passed.unit() : 0)
              .build();
      case PAUSED -> new DossierPaused(step.at(), step.lawful());
      case RESUMED -> new DossierResumed(step.at(), step.due());
      case RESTARTED -> new DueMoved(step.due(), DueCause.RESTART);
      case CALENDAR_CORRECTED -> new DueMoved(step.due(), DueCause.CALENDAR_CORRECTION);
      case FINISHED -> new DossierFinished(step.at(), step.outcome(), usedMinutes(step));
      case CLOSED -> new DossierClosed(step.at(), CloseReason.WITHDRAWN);
      case REOPENED -> new DossierReopened(step.at(), step.due());
      case VOIDED -> new DossierVoided(step.at());
      case REATTRIBUTED -> new DossierReattributed(step.at(), step.unit(), 0);
      case CORRECTED ->
          DossierCorrected.newBuilder()
              .setReceivedAt(step.receivedAt())
              .setDueAt(step.due())
              .setFinishedAt(step.finishedAt())
              .setOutcome(step.outcome())
              .setChannel(step.channel())
              .setFieldId(OperationalHistory.field(dossier, step))
              .build();
      case RETURNED -> new DossierReturned(step.at());
      case OBSERVED -> new DossierObserved(step.at());
      case SUPPLEMENT_REQUESTED -> {
        Told.Request request = (Told.Request) step.told();
        yield new SupplementRequested(
            step.at(), request.kind(), request.second(), request.recheck());
      }
      case RATED -> {
        Told.Rating rating = (Told.Rating) step.told();
        yield new DossierRated(step.at(), rating.answers(), rating.trust(), rating.place());
      }
    };
  }

  private static DossierReceived received(Scene scene, long dossier, Step step) {
    DossierReceived.Builder receipt =
        DossierReceived.newBuilder()
            .setReceivedAt(step.at())
            .setDueAt(step.due())
            .setUnitId(step.unit())
            .setFieldId(OperationalHistory.field(dossier, step))
            .setChannel(step.channel())
            .setZone(scene.zone().getId())
            .setLive(scene.live());
    if (step.told() instanceof Told.Baseline baseline) {
      receipt
          .setBranchId(baseline.branch())
          .setBaselineSteps(baseline.steps())
          .setBaselineMinutes(baseline.minutes())
          .setPapersBaseline(baseline.papers())
          .setPapersBrought(baseline.brought())
          .setOpensEpisode(baseline.episode());
    }
    return receipt.build();
  }

  private static int usedMinutes(Step step) {
    return step.told() instanceof Told.Used used && used.minutes() != null ? used.minutes() : -1;
  }
}
