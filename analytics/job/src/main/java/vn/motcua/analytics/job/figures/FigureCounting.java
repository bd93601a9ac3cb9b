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
  private final CellCounter tally;

  private FigureCounting(DossierFacts facts, Timeline timeline, CellCounter tally) {
    this.facts = facts;
    this.timeline = timeline;
    this.tally = tally;
  }

  static void count(DossierFacts facts, Timeline timeline, CellCounter into) {
    FigureCounting counting = new FigureCounting(facts, timeline, into);
    timeline.stints().forEach(counting::count);
    counting.await();
  }

  /** Only the cell that time alone may yet change. */
  static void await(DossierFacts facts, Timeline timeline, CellCounter into) {
    new FigureCounting(facts, timeline, into).await();
  }

  private void await() {
    if (timeline.deadline() != Entry.NONE) {
      tally.await(cell(timeline.stints().getLast(), timeline.overdueFrom()));
    }
  }

  private void count(Stint stint) {
    int first = cell(stint, stint.start());
    tally.add(first, Measure.OPEN_IN.ordinal(), 1);
    count(
        first,
        switch (stint.beginning()) {
          case RECEIVED -> Measure.RECEIVED;
          case TRANSFERRED_IN -> Measure.TRANSFERRED_IN;
          case REOPENED -> Measure.REOPENED;
        });
    for (Segment segment : stint.segments()) {
      count(cell(stint, segment.from()), Measure.entering(segment.standing()));
      if (segment.to() != Entry.NONE) {
        count(cell(stint, segment.to()), Measure.leaving(segment.standing()));
      }
    }
    if (!stint.lasts()) {
      int last = cell(stint, stint.end());
      tally.add(last, Measure.OPEN_OUT.ordinal(), 1);
      count(
          last,
          stint.result() == null
              ? Measure.TRANSFERRED_OUT
              : Measure.ended(stint.result(), stint.outcome()));
    }
  }

  private void count(int cell, Measure measure) {
    tally.add(cell, measure.ordinal(), 1);
  }

  private int cell(Stint stint, long moment) {
    return tally.cell(
        RollUp.FIGURES,
        facts.datasetId,
        Days.of(moment, timeline.zone()),
        stint.unitId(),
        facts.fieldId,
        facts.channel,
        timeline.dueAt() != Entry.NONE);
  }
}
