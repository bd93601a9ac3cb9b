package vn.motcua.analytics.job.figures;

import vn.motcua.analytics.job.facts.BoardFacts;
import vn.motcua.analytics.job.facts.Days;
import vn.motcua.analytics.job.facts.DossierFacts;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.facts.Standing;
import vn.motcua.analytics.job.facts.Stint;
import vn.motcua.analytics.job.facts.Stint.Segment;
import vn.motcua.analytics.job.facts.Timeline;

/**
 * Counts a dossier in the cells of the branch that received it, for the leadership's board. A void
 * dossier counts by its stints only, as in the other roll-up: nobody was asked, served or rated.
 */
final class BoardCounting {

  private final DossierFacts facts;
  private final Timeline timeline;
  private final Tally tally = new Tally(RollUp.BOARD);

  private BoardCounting(DossierFacts facts, Timeline timeline) {
    this.facts = facts;
    this.timeline = timeline;
  }

  static Tally count(DossierFacts facts, Timeline timeline) {
    BoardCounting counting = new BoardCounting(facts, timeline);
    timeline.stints().forEach(counting::countStint);
    if (timeline.standing() != Standing.VOIDED) {
      counting.countDue();
      counting.countReceipt();
      counting.countRequests();
      counting.countResult();
      counting.countRating();
    }
    if (timeline.deadline() != Entry.NONE) {
      counting.tally.await(counting.cell(timeline.overdueFrom()));
      counting.tally.await(counting.cell(timeline.originalDueAt()));
    }
    return counting.tally;
  }

  private void countStint(Stint stint) {
    Cell first = cell(stint.start());
    tally.add(first, BoardMeasure.OPEN_IN);
    if (stint.beginning() == Stint.Beginning.RECEIVED) {
      tally.add(first, BoardMeasure.RECEIVED);
    }
    for (Segment segment : stint.segments()) {
      if (segment.standing() == Standing.OVERDUE) {
        tally.add(cell(segment.from()), BoardMeasure.OVERDUE_IN);
        if (segment.to() != Entry.NONE) {
          tally.add(cell(segment.to()), BoardMeasure.OVERDUE_OUT);
        }
      }
    }
    if (!stint.lasts()) {
      Cell last = cell(stint.end());
      tally.add(last, BoardMeasure.OPEN_OUT);
      if (stint.result() != null) {
        countEnd(last, stint.result());
      }
    }
  }

  private void countEnd(Cell cell, Standing result) {
    switch (result) {
      case EARLY, ON_TIME -> {
        tally.add(cell, BoardMeasure.RESOLVED);
        tally.add(cell, BoardMeasure.DATED_RESOLVED);
        tally.add(cell, BoardMeasure.ON_TIME);
      }
      case LATE -> {
        tally.add(cell, BoardMeasure.RESOLVED);
        tally.add(cell, BoardMeasure.DATED_RESOLVED);
        tally.add(cell, BoardMeasure.LATE);
      }
      case UNDATED -> tally.add(cell, BoardMeasure.RESOLVED);
      case CLOSED_BEFORE_DUE, CLOSED_AFTER_DUE -> tally.add(cell, BoardMeasure.CLOSED);
      default -> {
        // A void entry is only no longer open.
      }
    }
  }

  private void countDue() {
    if (timeline.originalDueAt() != Entry.NONE) {
      Cell cell = cell(timeline.originalDueAt());
      tally.add(cell, BoardMeasure.DUE_FALLEN);
      if (timeline.overdueSince() != Entry.NONE) {
        tally.add(cell, BoardMeasure.DUE_LATE);
      }
    }
  }

  private void countReceipt() {
    Cell cell = cell(facts.receivedAt);
    BoardFacts board = facts.board;
    if (board.papersBaseline > 0) {
      tally.add(cell, BoardMeasure.PAPERS_BASELINE, board.papersBaseline);
      tally.add(cell, BoardMeasure.PAPERS_BROUGHT, board.papersBrought);
    }
    if (board.opensEpisode) {
      tally.add(cell, BoardMeasure.EPISODES);
    }
  }

  private void countRequests() {
    for (long moment : facts.board.secondRequests) {
      tally.add(cell(moment), BoardMeasure.SECOND_REQUESTS);
    }
    for (long moment : facts.board.rechecks) {
      tally.add(cell(moment), BoardMeasure.RECHECKS);
    }
  }

  /** Each dossier once, by the result that stands: one that was reopened waits for its new one. */
  private void countResult() {
    Stint last = timeline.stints().getLast();
    BoardFacts board = facts.board;
    if (last.ending() == Stint.Ending.RESOLVED) {
      Cell cell = cell(last.end());
      if (board.baselineSteps > 0) {
        tally.add(cell, BoardMeasure.STEPS_BASELINE, board.baselineSteps);
        tally.add(cell, BoardMeasure.STEPS_PASSED, board.stepsPassed);
      }
      if (board.baselineMinutes > 0 && board.usedMinutes >= 0) {
        tally.add(cell, BoardMeasure.MINUTES_BASELINE, board.baselineMinutes);
        tally.add(cell, BoardMeasure.MINUTES_USED, board.usedMinutes);
      }
    }
    if (facts.returnedAt != Entry.NONE) {
      tally.add(cell(facts.returnedAt), BoardMeasure.RETURNED);
    }
  }

  private void countRating() {
    BoardFacts board = facts.board;
    if (board.ratedAt != Entry.NONE) {
      Cell cell = cell(board.ratedAt);
      tally.add(cell, BoardMeasure.RATED);
      tally.add(cell, BoardMeasure.ANSWERS, board.answers);
      tally.add(cell, BoardMeasure.SATISFIED, board.satisfied);
      tally.add(cell, BoardMeasure.TRUST_ANSWERS, board.trust > 0 ? 1 : 0);
      tally.add(cell, BoardMeasure.TRUSTING, board.trust >= BoardFacts.GOOD ? 1 : 0);
      tally.add(cell, BoardMeasure.TABLET_RATINGS, board.ratedOnTablet ? 1 : 0);
    }
  }

  private Cell cell(long moment) {
    return Cell.board(
        facts.datasetId, Days.of(moment, timeline.zone()), facts.branchId, facts.fieldId);
  }
}
