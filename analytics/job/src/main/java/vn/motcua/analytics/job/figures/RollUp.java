package vn.motcua.analytics.job.figures;

import java.util.Arrays;
import java.util.List;

/** A declared roll-up of the read model: a table, and the flows that each of its cells counts. */
public enum RollUp {
  /** By competent agency, field and channel: {@code figure_day}, with {@link Measure}. */
  FIGURES(Arrays.stream(Measure.values()).map(Measure::column).toList()),

  /** By receiving branch and field: {@code board_day}, with {@link BoardMeasure}. */
  BOARD(Arrays.stream(BoardMeasure.values()).map(BoardMeasure::column).toList()),

  /** In long form, a cell per series of {@link IndicatorMeasure}: {@code indicator_day}. */
  INDICATORS(List.of("value"));

  private final List<String> columns;
  private final int size;

  RollUp(List<String> columns) {
    this.columns = columns;
    size = columns.size();
  }

  /** The flows' columns, in the order in which a cell's values are kept. */
  public List<String> columns() {
    return columns;
  }

  /** How many flows a cell counts. */
  public int size() {
    return size;
  }
}
