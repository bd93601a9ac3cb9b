package vn.motcua.analytics.job.figures;

import vn.motcua.analytics.job.facts.BoardFacts;
import vn.motcua.analytics.job.facts.Days;
import vn.motcua.analytics.job.facts.DossierFacts;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.facts.Milestone;
import vn.motcua.analytics.job.facts.Standing;
import vn.motcua.analytics.job.facts.Stint;
import vn.motcua.analytics.job.facts.Stint.Segment;
import vn.motcua.analytics.job.facts.Timeline;
import vn.motcua.events.Channel;
import vn.motcua.events.Outcome;

/**
 * Counts a dossier in the series of the register of indicators. What lies with the counter (asked
 * again, paused, handed over to the applicant) counts for the receiving branch, what lies with
 * processing for the agency that was accountable at the result. A void dossier counts nowhere.
 */
final class IndicatorCounting {

  private final DossierFacts facts;
  private final Timeline timeline;
  private final CellCounter tally;

  private IndicatorCounting(DossierFacts facts, Timeline timeline, CellCounter tally) {
    this.facts = facts;
    this.timeline = timeline;
    this.tally = tally;
  }

  static void count(DossierFacts facts, Timeline timeline, CellCounter into) {
    if (timeline.standing() == Standing.VOIDED) {
      return;
    }
    IndicatorCounting counting = new IndicatorCounting(facts, timeline, into);
    counting.countReceipt();
    facts.milestones.forEach(counting::countMilestone);
    Stint last = timeline.stints().getLast();
    if (last.ending() == Stint.Ending.RESOLVED) {
      counting.countResult(last);
    }
    if (facts.returnedAt != Entry.NONE) {
      counting.countReturn(last);
    }
  }

  private void countReceipt() {
    atBranch(IndicatorMeasure.ACCEPTED, 0, facts.receivedAt, 1);
    if (facts.board.requests == 0) {
      atBranch(IndicatorMeasure.ACCEPTED_ONCE, 0, facts.receivedAt, 1);
    }
  }

  private void countMilestone(Milestone milestone) {
    switch (milestone.kind) {
      case PAUSED -> {
        atBranch(IndicatorMeasure.PAUSES, 0, milestone.moment, 1);
        if (!milestone.lawful) {
          atBranch(IndicatorMeasure.UNDOCUMENTED_PAUSES, 0, milestone.moment, 1);
        }
      }
      case DUE_MOVED -> {
        if (milestone.dueCause == vn.motcua.events.DueCause.RESTART) {
          atBranch(IndicatorMeasure.RESTARTS, 0, milestone.moment, 1);
        }
      }
      default -> {
        // Counted by the stint that it ends or begins.
      }
    }
  }

  /** Each dossier once, by the result that stands. */
  private void countResult(Stint last) {
    BoardFacts board = facts.board;
    long end = last.end();
    atUnit(IndicatorMeasure.RESOLVED, 0, last, 1);
    if (last.outcome() == Outcome.REFUSED) {
      atUnit(IndicatorMeasure.REFUSED, 0, last, 1);
    }
    long elapsed = end - facts.receivedAt;
    atUnit(IndicatorMeasure.FLOW_ELAPSED, DurationBuckets.ofMillis(elapsed), last, 1);
    if (board.usedMinutes >= 0) {
      atUnit(IndicatorMeasure.FLOW_WORKING, DurationBuckets.of(board.usedMinutes), last, 1);
    }
    atUnit(IndicatorMeasure.PAUSED_TIME, DurationBuckets.ofMillis(paused()), last, 1);
    if (last.result() == Standing.LATE) {
      long late = end - timeline.overdueSince();
      atUnit(IndicatorMeasure.LATE_BY, DurationBuckets.ofMillis(late), last, 1);
    }
    if (board.stepsPassed > 0) {
      atUnit(IndicatorMeasure.STEPPED, 0, last, 1);
      atUnit(IndicatorMeasure.STEPS, 0, last, board.stepsPassed);
      atUnit(IndicatorMeasure.QUICK_STEPS, 0, last, board.quickSteps);
      atUnit(IndicatorMeasure.HAND_OVERS, 0, last, board.handOvers);
    }
  }

  private long paused() {
    long sum = 0;
    for (Stint stint : timeline.stints()) {
      for (Segment segment : stint.segments()) {
        if (segment.standing() == Standing.PAUSED) {
          sum += segment.to() - segment.from();
        }
      }
    }
    return sum;
  }

  private void countReturn(Stint last) {
    atBranch(IndicatorMeasure.RETURNED, 0, facts.returnedAt, 1);
    if (facts.board.ratedAt != Entry.NONE) {
      atBranch(IndicatorMeasure.RATED_OF_RETURNED, 0, facts.returnedAt, 1);
    }
    if (last.ending() == Stint.Ending.RESOLVED) {
      int wait = DurationBuckets.ofMillis(facts.returnedAt - last.end());
      atBranch(IndicatorMeasure.RESULT_WAIT, wait, facts.returnedAt, 1);
    }
  }

  private void atBranch(IndicatorMeasure measure, int bucket, long moment, long amount) {
    add(measure, bucket, facts.branchId, moment, amount);
  }

  private void atUnit(IndicatorMeasure measure, int bucket, Stint last, long amount) {
    add(measure, bucket, last.unitId(), last.end(), amount);
  }

  private void add(IndicatorMeasure measure, int bucket, int bodyId, long moment, long amount) {
    if (amount != 0) {
      int cell =
          tally.cell(
              RollUp.INDICATORS,
              facts.datasetId,
              measure.on(Days.of(moment, timeline.zone()), bucket),
              bodyId,
              facts.fieldId,
              Channel.OTHER,
              false);
      tally.add(cell, 0, amount);
    }
  }
}
