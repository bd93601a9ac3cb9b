package vn.motcua.it.agreement;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.analytics.job.figures.Cell;
import vn.motcua.analytics.job.figures.Contributions;
import vn.motcua.analytics.job.figures.RollUp;

/** What the stream's rules count, kept at a horizon as the relay keeps it. */
final class KeptFigures {

  private static final String COPY =
      "copy horizon_figure_day (horizon_id, day, unit_id, field_id, channel, dated, "
          + String.join(", ", RollUp.FIGURES.columns())
          + ") from stdin";

  private static final String COPY_BOARD =
      "copy horizon_board_day (horizon_id, day, branch_id, field_id, "
          + String.join(", ", RollUp.BOARD.columns())
          + ") from stdin";

  private static final String COPY_INDICATORS =
      "copy horizon_indicator_day (horizon_id, day, body_id, field_id, indicator, bucket, value)"
          + " from stdin";

  private final Map<Cell, long[]> cells = new HashMap<>();

  void add(Scene scene, long dossier, List<Step> history) {
    add(LogEntries.fold(scene, dossier, history));
  }

  void add(Contributions counted) {
    counted.counts().forEach(this::add);
    counted.boardCounts().forEach(this::add);
    counted.indicatorCounts().forEach(this::add);
  }

  private void add(Cell cell, long[] counts) {
    long[] sum = cells.computeIfAbsent(cell, key -> new long[counts.length]);
    Arrays.setAll(sum, i -> sum[i] + counts[i]);
  }

  void writeTo(Connection connection, long horizon) throws SQLException {
    OperationalHistory.copy(connection, COPY, rows(horizon, RollUp.FIGURES));
    OperationalHistory.copy(connection, COPY_BOARD, rows(horizon, RollUp.BOARD));
    OperationalHistory.copy(connection, COPY_INDICATORS, rows(horizon, RollUp.INDICATORS));
  }

  private StringBuilder rows(long horizon, RollUp rollUp) {
    StringBuilder rows = new StringBuilder();
    cells.forEach(
        (cell, counts) -> {
          if (cell.rollUp() != rollUp) {
            return;
          }
          rows.append(horizon).append('\t').append(LocalDate.ofEpochDay(cell.calendarDay()));
          rows.append('\t').append(cell.bodyId()).append('\t').append(cell.fieldId());
          if (rollUp == RollUp.FIGURES) {
            rows.append('\t').append(cell.channel()).append('\t').append(cell.dated());
          } else if (rollUp == RollUp.INDICATORS) {
            rows.append('\t').append(cell.indicator()).append('\t').append(cell.bucket());
          }
          for (long count : counts) {
            rows.append('\t').append(count);
          }
          rows.append('\n');
        });
    return rows;
  }
}
