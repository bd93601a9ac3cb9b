package vn.motcua.analytics.job.readmodel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.motcua.analytics.job.figures.Cell;
import vn.motcua.analytics.job.figures.RollUp;

/** The table of a roll-up: how its cells are written. */
enum CellTable {
  FIGURE_DAY(RollUp.FIGURES, "figure_day", "unit_id", true),
  BOARD_DAY(RollUp.BOARD, "board_day", "branch_id", false);

  private static final String UPSERT =
      """
      insert into %1$s (generation, dataset_id, day, %2$s, %3$s)
      select ?, u.dataset_id, date '1970-01-01' + u.day, %4$s, %5$s
      from unnest(?::int[], ?::int[], ?::int[], ?::int[]%6$s)
        as u(dataset_id, day, %2$s, %3$s)
      on conflict (generation, dataset_id, day, %2$s)
      do update set %7$s
      """;

  private final RollUp rollUp;
  private final boolean byChannel;
  private final String upsert;

  CellTable(RollUp rollUp, String table, String body, boolean byChannel) {
    this.rollUp = rollUp;
    this.byChannel = byChannel;
    String keys = body + ", field_id" + (byChannel ? ", channel, dated" : "");
    String arrays =
        (byChannel ? ", ?::text[], ?::boolean[]" : "") + ", ?::bigint[]".repeat(rollUp.size());
    upsert =
        UPSERT.formatted(
            table,
            keys,
            String.join(", ", rollUp.columns()),
            "u." + keys.replace(", ", ", u."),
            each("u.%1$s"),
            arrays,
            each("%1$s = excluded.%1$s"));
  }

  private String each(String template) {
    return rollUp.columns().stream().map(template::formatted).collect(Collectors.joining(", "));
  }

  static CellTable of(RollUp rollUp) {
    return rollUp == RollUp.FIGURES ? FIGURE_DAY : BOARD_DAY;
  }

  /**
   * @param rows cells of this table's roll-up
   */
  void write(Connection connection, int generation, List<Map.Entry<Cell, long[]>> rows)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(upsert)) {
      Columns<Map.Entry<Cell, long[]>> columns = new Columns<>(statement, generation, rows);
      columns.number(row -> row.getKey().datasetId());
      columns.number(row -> row.getKey().day());
      columns.number(row -> row.getKey().bodyId());
      columns.number(row -> row.getKey().fieldId());
      if (byChannel) {
        columns.text(row -> row.getKey().channel().name());
        columns.text(row -> Boolean.toString(row.getKey().dated()));
      }
      for (int i = 0; i < rollUp.size(); i++) {
        int column = i;
        columns.number(row -> row.getValue()[column]);
      }
      statement.executeUpdate();
    }
  }
}
