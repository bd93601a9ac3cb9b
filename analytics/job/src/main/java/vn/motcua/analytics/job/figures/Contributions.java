package vn.motcua.analytics.job.figures;

import java.util.HashMap;
import java.util.Map;
import vn.motcua.analytics.job.facts.DossierFacts;
import vn.motcua.analytics.job.facts.Timeline;

/**
 * What one dossier adds to the figures: f(facts, T). A change adds f(new) − f(old), so the order in
 * which entries of different dossiers arrive never matters and a correction after closing works.
 *
 * <p>Which entries of the log touch which cells must not depend on when they were read: after a
 * restart the same cells have to be written again, or a value from before would stay. Therefore the
 * cells that would change if an open dossier became overdue are touched even while it is not.
 */
public final class Contributions {

  private final Map<Cell, long[]> figures = new HashMap<>();
  private final Map<Cell, long[]> board = new HashMap<>();
  private final Map<Cell, long[]> indicators = new HashMap<>();

  private Contributions() {}

  public static Contributions of(DossierFacts facts, Timeline timeline) {
    ContributionChange change = new ContributionChange();
    change.begin();
    change.add(facts, timeline);
    Contributions all = new Contributions();
    change.eachCounted((cell, counts) -> all.of(cell.rollUp()).put(cell, counts.clone()));
    return all;
  }

  private Map<Cell, long[]> of(RollUp rollUp) {
    return switch (rollUp) {
      case FIGURES -> figures;
      case BOARD -> board;
      case INDICATORS -> indicators;
    };
  }

  /** The value per series, bucket, body, field and day. Not to be changed. */
  public Map<Cell, long[]> indicatorCounts() {
    return indicators;
  }

  /** The counts per cell, in the order of {@link Measure}. Not to be changed. */
  public Map<Cell, long[]> counts() {
    return figures;
  }

  /** The board's counts per cell, in the order of {@link BoardMeasure}. Not to be changed. */
  public Map<Cell, long[]> boardCounts() {
    return board;
  }
}
