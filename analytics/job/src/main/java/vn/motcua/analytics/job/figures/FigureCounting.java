package vn.motcua.analytics.job.figures;

import vn.motcua.analytics.job.facts.Days;
import vn.motcua.analytics.job.facts.DossierFacts;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.facts.Stint;
import vn.motcua.analytics.job.facts.Stint.Segment;
import vn.motcua.analytics.job.facts.Timeline;

/** Counts a dossier's stints in the cells of the agencies that were accountable. */
final class FigureCounting {

  private final DossierFacts facts;
  private final Timeline timeline;
  private final Tally tally = new Tally(RollUp.FIGURES);

  private FigureCounting(DossierFacts facts, Timeline timeline) {
    this.facts = facts;
    this.timeline = timeline;
  }

  static Tally count(DossierFacts facts, Timeline timeline) {
    FigureCounting counting = new FigureCounting(facts, timeline);
    timeline.stints().forEach(counting::count);
    if (timeline.deadline() != Entry.NONE) {
      counting.tally.await(counting.cell(timeline.stints().getLast(), timeline.overdueFrom()));
    }
    return counting.tally;
  }

  private void count(Stint stint) {
    Cell first = cell(stint, stint.start());
    tally.add(first, Measure.OPEN_IN);
    tally.add(
        first,
        switch (stint.beginning()) {
          case RECEIVED -> Measure.RECEIVED;
          case TRANSFERRED_IN -> Measure.TRANSFERRED_IN;
          case REOPENED -> Measure.REOPENED;
        });
    for (Segment segment : stint.segments()) {
      tally.add(cell(stint, segment.from()), Measure.entering(segment.standing()));
      if (segment.to() != Entry.NONE) {
        tally.add(cell(stint, segment.to()), Measure.leaving(segment.standing()));
      }
    }
    if (!stint.lasts()) {
      Cell last = cell(stint, stint.end());
      tally.add(last, Measure.OPEN_OUT);
      tally.add(
          last,
          stint.result() == null
              ? Measure.TRANSFERRED_OUT
              : Measure.ended(stint.result(), stint.outcome()));
    }
  }

  private Cell cell(Stint stint, long moment) {
    return Cell.figures(
        facts.datasetId,
        Days.of(moment, timeline.zone()),
        stint.unitId(),
        facts.fieldId,
        facts.channel,
        timeline.dueAt() != Entry.NONE);
  }
}
