package vn.motcua.analytics.job.figures;

import vn.motcua.analytics.job.facts.BoardFacts;
import vn.motcua.analytics.job.facts.Days;
import vn.motcua.analytics.job.facts.DossierFacts;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.facts.Standing;
import vn.motcua.analytics.job.facts.Stint;
import vn.motcua.analytics.job.facts.Stint.Segment;
import vn.motcua.analytics.job.facts.Timeline;
import vn.motcua.events.Channel;

/**
 * Counts a dossier in the cells of the branch that received it, for the leadership's board. A void
 * dossier counts by its stints only, as in the other roll-up: nobody was asked, served or rated.
 */
final class BoardCounting {

  private final DossierFacts facts;
  private final Timeline timeline;
  private final CellCounter tally;

  private BoardCounting(DossierFacts facts, Timeline timeline, CellCounter tally) {
    this.facts = facts;
    this.timeline = timeline;
    this.tally = tally;
  }

  static void count(DossierFacts facts, Timeline timeline, CellCounter into) {
    BoardCounting counting = new BoardCounting(facts, timeline, into);
    timeline.stints().forEach(counting::countStint);
    if (timeline.standing() != Standing.VOIDED) {
      counting.countDue();
      counting.countReceipt();
      counting.countRequests();
      counting.countResult();
      counting.countRating();
    }
    counting.await();
  }

  /** Only the cells that time alone may yet change. */
  static void await(DossierFacts facts, Timeline timeline, CellCounter into) {
    new BoardCounting(facts, timeline, into).await();
  }

  private void await() {
    if (timeline.deadline() != Entry.NONE) {
      tally.await(cell(timeline.overdueFrom()));
      tally.await(cell(timeline.originalDueAt()));
    }
  }

  private void countStint(Stint stint) {
    int first = cell(stint.start());
    tally.add(first, BoardMeasure.OPEN_IN.ordinal(), 1);
    if (stint.beginning() == Stint.Beginning.RECEIVED) {
      tally.add(first, BoardMeasure.RECEIVED.ordinal(), 1);
    }
    for (Segment segment : stint.segments()) {
      if (segment.standing() == Standing.OVERDUE) {
        tally.add(cell(segment.from()), BoardMeasure.OVERDUE_IN.ordinal(), 1);
        if (segment.to() != Entry.NONE) {
          tally.add(cell(segment.to()), BoardMeasure.OVERDUE_OUT.ordinal(), 1);
        }
      }
    }
    if (!stint.lasts()) {
      int last = cell(stint.end());
      tally.add(last, BoardMeasure.OPEN_OUT.ordinal(), 1);
      if (stint.result() != null) {
        countEnd(last, stint.result());
      }
    }
  }

  private void countEnd(int cell, Standing result) {
    switch (result) {
      case EARLY, ON_TIME -> {
        tally.add(cell, BoardMeasure.RESOLVED.ordinal(), 1);
        tally.add(cell, BoardMeasure.DATED_RESOLVED.ordinal(), 1);
        tally.add(cell, BoardMeasure.ON_TIME.ordinal(), 1);
      }
      case LATE -> {
        tally.add(cell, BoardMeasure.RESOLVED.ordinal(), 1);
        tally.add(cell, BoardMeasure.DATED_RESOLVED.ordinal(), 1);
        tally.add(cell, BoardMeasure.LATE.ordinal(), 1);
      }
      case UNDATED -> tally.add(cell, BoardMeasure.RESOLVED.ordinal(), 1);
      case CLOSED_BEFORE_DUE, CLOSED_AFTER_DUE -> tally.add(cell, BoardMeasure.CLOSED.ordinal(), 1);
      default -> {
        // A void entry is only no longer open.
      }
    }
  }

  private void countDue() {
    if (timeline.originalDueAt() != Entry.NONE) {
      int cell = cell(timeline.originalDueAt());
      tally.add(cell, BoardMeasure.DUE_FALLEN.ordinal(), 1);
      if (timeline.overdueSince() != Entry.NONE) {
        tally.add(cell, BoardMeasure.DUE_LATE.ordinal(), 1);
      }
    }
  }

  private void countReceipt() {
    int cell = cell(facts.receivedAt);
    BoardFacts board = facts.board;
    if (board.papersBaseline > 0) {
      tally.add(cell, BoardMeasure.PAPERS_BASELINE.ordinal(), board.papersBaseline);
      tally.add(cell, BoardMeasure.PAPERS_BROUGHT.ordinal(), board.papersBrought);
    }
    if (board.opensEpisode) {
      tally.add(cell, BoardMeasure.EPISODES.ordinal(), 1);
    }
  }

  private void countRequests() {
    for (long moment : facts.board.secondRequests) {
      tally.add(cell(moment), BoardMeasure.SECOND_REQUESTS.ordinal(), 1);
    }
    for (long moment : facts.board.rechecks) {
      tally.add(cell(moment), BoardMeasure.RECHECKS.ordinal(), 1);
    }
  }

  /** Each dossier once, by the result that stands: one that was reopened waits for its new one. */
  private void countResult() {
    Stint last = timeline.stints().getLast();
    BoardFacts board = facts.board;
    if (last.ending() == Stint.Ending.RESOLVED) {
      int cell = cell(last.end());
      if (board.baselineSteps > 0) {
        tally.add(cell, BoardMeasure.STEPS_BASELINE.ordinal(), board.baselineSteps);
        tally.add(cell, BoardMeasure.STEPS_PASSED.ordinal(), board.stepsPassed);
      }
      if (board.baselineMinutes > 0 && board.usedMinutes >= 0) {
        tally.add(cell, BoardMeasure.MINUTES_BASELINE.ordinal(), board.baselineMinutes);
        tally.add(cell, BoardMeasure.MINUTES_USED.ordinal(), board.usedMinutes);
      }
    }
    if (facts.returnedAt != Entry.NONE) {
      tally.add(cell(facts.returnedAt), BoardMeasure.RETURNED.ordinal(), 1);
    }
  }

  private void countRating() {
    BoardFacts board = facts.board;
    if (board.ratedAt != Entry.NONE) {
      int cell = cell(board.ratedAt);
      tally.add(cell, BoardMeasure.RATED.ordinal(), 1);
      tally.add(cell, BoardMeasure.ANSWERS.ordinal(), board.answers);
      tally.add(cell, BoardMeasure.SATISFIED.ordinal(), board.satisfied);
      tally.add(cell, BoardMeasure.TRUST_ANSWERS.ordinal(), board.trust > 0 ? 1 : 0);
      tally.add(cell, BoardMeasure.TRUSTING.ordinal(), board.trust >= BoardFacts.GOOD ? 1 : 0);
      tally.add(cell, BoardMeasure.TABLET_RATINGS.ordinal(), board.ratedOnTablet ? 1 : 0);
    }
  }

  private int cell(long moment) {
    return tally.cell(
        RollUp.BOARD,
        facts.datasetId,
        Days.of(moment, timeline.zone()),
        facts.branchId,
        facts.fieldId,
        Channel.OTHER,
        false);
  }
}
