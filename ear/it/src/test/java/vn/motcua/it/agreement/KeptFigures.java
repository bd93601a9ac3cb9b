package vn.motcua.it.agreement;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.motcua.analytics.job.figures.Cell;
import vn.motcua.analytics.job.figures.Contributions;
import vn.motcua.analytics.job.figures.Measure;

/** What the stream's rules count, kept at a horizon as the relay keeps it. */
final class KeptFigures {

  private static final String COPY =
      "copy horizon_figure_day (horizon_id, day, unit_id, field_id, channel, dated, "
          + Arrays.stream(Measure.values()).map(Measure::column).collect(Collectors.joining(", "))
          + ") from stdin";

  private final Map<Cell, long[]> cells = new HashMap<>();

  void add(Scene scene, long dossier, List<Step> history) {
    Contributions counted = LogEntries.fold(scene, dossier, history);
    counted
        .counts()
        .forEach(
            (cell, counts) -> {
              long[] sum = cells.computeIfAbsent(cell, key -> new long[Measure.COUNT]);
              Arrays.setAll(sum, i -> sum[i] + counts[i]);
            });
  }

  void writeTo(Connection connection, long horizon) throws SQLException {
    StringBuilder rows = new StringBuilder();
    cells.forEach(
        (cell, counts) -> {
          rows.append(horizon).append('\t').append(LocalDate.ofEpochDay(cell.day()));
          rows.append('\t').append(cell.unitId()).append('\t').append(cell.fieldId());
          rows.append('\t').append(cell.channel()).append('\t').append(cell.dated());
          for (long count : counts) {
            rows.append('\t').append(count);
          }
          rows.append('\n');
        });
    OperationalHistory.copy(connection, COPY, rows);
  }
}
