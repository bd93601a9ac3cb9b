package vn.motcua.analytics.job.figures;

import java.util.Arrays;
import java.util.function.BiConsumer;
import vn.motcua.analytics.job.facts.DossierFacts;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.facts.Timeline;
import vn.motcua.events.Channel;

/**
 * What one change of one dossier does to the figures: f(new) − f(old), cell by cell. Used again and
 * again, so that counting makes no garbage: a dossier touches few cells, which are looked up one by
 * one.
 *
 * <p>Not thread-safe.
 */
public final class ContributionChange implements CellCounter {

  /** Takes a cell that changed or is awaited. */
  public interface Receiver {
    /**
     * @param difference in the order of the roll-up's columns, not to be kept
     */
    void take(CellKey key, long[] difference);
  }

  private static final int WIDEST = widest();

  private CellKey[] keys = new CellKey[0];
  private long[][] differences = new long[0][];
  private boolean[] awaited = new boolean[0];
  private int used;
  private long sign = 1;

  private final boolean boardOnly;

  public ContributionChange() {
    this(false);
  }

  /**
   * @param boardOnly leaves the other roll-ups out, for comparisons
   */
  public ContributionChange(boolean boardOnly) {
    this.boardOnly = boardOnly;
    grow(16);
  }

  private static int widest() {
    return Arrays.stream(RollUp.values()).mapToInt(RollUp::size).max().orElse(0);
  }

  /** Forgets the former change. */
  public void begin() {
    for (int i = 0; i < used; i++) {
      Arrays.fill(differences[i], 0, keys[i].rollUp().size(), 0);
      awaited[i] = false;
    }
    used = 0;
  }

  /** What the dossier counted until now. */
  public void subtract(DossierFacts facts, Timeline timeline) {
    sign = -1;
    count(facts, timeline);
  }

  /** What it counts from now on. */
  public void add(DossierFacts facts, Timeline timeline) {
    sign = 1;
    count(facts, timeline);
  }

  /**
   * Whether an entry of this kind changes no figure, where it leaves the timeline as it is: the
   * steps of a dossier are counted with its result.
   */
  public static boolean countsLater(Entry.Kind kind, Timeline timeline) {
    return kind == Entry.Kind.STEP && timeline.isOpen();
  }

  /** What it counted until now and goes on to count: only the cells that time may yet change. */
  public void keep(DossierFacts facts, Timeline timeline) {
    if (!boardOnly) {
      FigureCounting.await(facts, timeline, this);
    }
    BoardCounting.await(facts, timeline, this);
  }

  private void count(DossierFacts facts, Timeline timeline) {
    if (!boardOnly) {
      FigureCounting.count(facts, timeline, this);
      IndicatorCounting.count(facts, timeline, this);
    }
    BoardCounting.count(facts, timeline, this);
  }

  /**
   * Hands on every cell that differs and every cell that is awaited, before or after, even where
   * nothing differs.
   */
  public void each(Receiver receiver) {
    for (int i = 0; i < used; i++) {
      if (awaited[i] || differs(i)) {
        receiver.take(keys[i], differences[i]);
      }
    }
  }

  /** Hands on every cell in which something is counted. */
  void eachCounted(BiConsumer<Cell, long[]> receiver) {
    for (int i = 0; i < used; i++) {
      if (differs(i)) {
        Cell cell = keys[i].cell();
        receiver.accept(cell, Arrays.copyOf(differences[i], cell.rollUp().size()));
      }
    }
  }

  /** Most cells are an indicator's, which has one column where the widest has some thirty. */
  private boolean differs(int cell) {
    long[] difference = differences[cell];
    int size = keys[cell].rollUp().size();
    for (int i = 0; i < size; i++) {
      if (difference[i] != 0) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int cell(
      RollUp rollUp,
      int datasetId,
      long day,
      int bodyId,
      int fieldId,
      Channel channel,
      boolean dated) {
    for (int i = 0; i < used; i++) {
      if (keys[i].is(rollUp, datasetId, day, bodyId, fieldId, channel, dated)) {
        return i;
      }
    }
    if (used == keys.length) {
      grow(2 * used);
    }
    keys[used].set(rollUp, datasetId, day, bodyId, fieldId, channel, dated);
    return used++;
  }

  private void grow(int size) {
    int former = keys.length;
    keys = Arrays.copyOf(keys, size);
    differences = Arrays.copyOf(differences, size);
    awaited = Arrays.copyOf(awaited, size);
    for (int i = former; i < size; i++) {
      keys[i] = new CellKey();
      differences[i] = new long[WIDEST];
    }
  }

  @Override
  public void add(int cell, int column, long amount) {
    differences[cell][column] += sign * amount;
  }

  @Override
  public void await(int cell) {
    awaited[cell] = true;
  }
}
