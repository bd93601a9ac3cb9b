package vn.motcua.analytics.job.figures;

import java.util.Map;
import java.util.function.BiConsumer;
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

  private final Tally figures;
  private final Tally board;

  private Contributions(Tally figures, Tally board) {
    this.figures = figures;
    this.board = board;
  }

  /** Of a dossier that does not exist yet. */
  public static Contributions none() {
    return new Contributions(new Tally(RollUp.FIGURES), new Tally(RollUp.BOARD));
  }

  public static Contributions of(DossierFacts facts, Timeline timeline) {
    return new Contributions(
        FigureCounting.count(facts, timeline), BoardCounting.count(facts, timeline));
  }

  /** The counts per cell, in the order of {@link Measure}. Not to be changed. */
  public Map<Cell, long[]> counts() {
    return figures.counts();
  }

  /** The board's counts per cell, in the order of {@link BoardMeasure}. Not to be changed. */
  public Map<Cell, long[]> boardCounts() {
    return board.counts();
  }

  /**
   * Hands on what changed from these contributions to newer ones: every cell that differs and every
   * cell that is awaited, before or after, even where nothing differs.
   */
  public void changeTo(Contributions newer, BiConsumer<Cell, long[]> change) {
    figures.changeTo(newer.figures, change);
    board.changeTo(newer.board, change);
  }
}
