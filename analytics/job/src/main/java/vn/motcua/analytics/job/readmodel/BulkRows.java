package vn.motcua.analytics.job.readmodel;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.motcua.analytics.job.figures.Cell;
import vn.motcua.analytics.job.figures.DossierRow;
import vn.motcua.analytics.job.figures.RollUp;

/**
 * Writes many rows at once: copied into a table of this session, then merged by one statement. For
 * few rows that would take longer than it saves.
 */
final class BulkRows {

  /** From so many rows on it pays. */
  static final int WORTHWHILE = 2_000;

  private static final List<String> DOSSIER_COLUMNS =
      List.of(
          "generation",
          "dossier_id",
          "dataset_id",
          "sequence",
          "unit_id",
          "branch_id",
          "field_id",
          "procedure_id",
          "channel",
          "class",
          "outcome",
          "received_at",
          "due_at",
          "original_due_at",
          "overdue_since",
          "ended_at",
          "returned_at");

  private final Connection connection;
  private final int generation;

  BulkRows(Connection connection, int generation) {
    this.connection = connection;
    this.generation = generation;
  }

  void writeDossiers(Collection<DossierRow> rows) throws SQLException {
    String columns = String.join(", ", DOSSIER_COLUMNS);
    stage("dossier_fact");
    BinaryCopy copy = new BinaryCopy(connection, "incoming_dossier_fact", columns);
    for (DossierRow row : rows) {
      copy.row(DOSSIER_COLUMNS.size());
      copy.integer(generation);
      copy.bigint(row.dossierId);
      copy.integer(row.datasetId);
      copy.integer(row.sequence);
      copy.integer(row.unitId);
      copy.integer(row.branchId);
      copy.integer(row.fieldId);
      copy.integer(row.procedureId);
      copy.name(row.channel);
      copy.name(row.standing);
      copy.name(row.outcome);
      copy.moment(row.receivedAt);
      copy.moment(row.dueAt);
      copy.moment(row.originalDueAt);
      copy.moment(row.overdueSince);
      copy.moment(row.endedAt);
      copy.moment(row.returnedAt);
    }
    copy.end();
    merge("dossier_fact", "generation, dossier_id", DOSSIER_COLUMNS);
  }

  void writeCells(RollUp rollUp, Collection<Map.Entry<Cell, long[]>> cells) throws SQLException {
    if (rollUp == RollUp.INDICATORS) {
      writeIndicators(cells);
      return;
    }
    boolean figures = rollUp == RollUp.FIGURES;
    String table = figures ? "figure_day" : "board_day";
    String keys =
        figures
            ? "generation, dataset_id, day, unit_id, field_id, channel, dated"
            : "generation, dataset_id, day, branch_id, field_id";
    stage(table);
    BinaryCopy copy =
        new BinaryCopy(
            connection, "incoming_" + table, keys + ", " + String.join(", ", rollUp.columns()));
    int width = (figures ? 7 : 5) + rollUp.size();
    for (Map.Entry<Cell, long[]> each : cells) {
      Cell cell = each.getKey();
      copy.row(width);
      copy.integer(generation);
      copy.integer(cell.datasetId());
      copy.date(cell.day());
      copy.integer(cell.bodyId());
      copy.integer(cell.fieldId());
      if (figures) {
        copy.name(cell.channel());
        copy.truth(cell.dated());
      }
      for (long value : each.getValue()) {
        copy.bigint(value);
      }
    }
    copy.end();
    merge(table, keys, rollUp.columns());
  }

  private void writeIndicators(Collection<Map.Entry<Cell, long[]>> cells) throws SQLException {
    stage(IndicatorTable.NAME);
    BinaryCopy copy =
        new BinaryCopy(
            connection, "incoming_" + IndicatorTable.NAME, IndicatorTable.KEYS + ", value");
    for (Map.Entry<Cell, long[]> each : cells) {
      Cell cell = each.getKey();
      copy.row(8);
      copy.integer(generation);
      copy.integer(cell.datasetId());
      copy.name(cell.indicator());
      copy.date(cell.calendarDay());
      copy.integer(cell.bodyId());
      copy.integer(cell.fieldId());
      copy.integer(cell.bucket());
      copy.bigint(each.getValue()[0]);
    }
    copy.end();
    merge(IndicatorTable.NAME, IndicatorTable.KEYS, List.of("value"));
  }

  /** An empty table like that one, for this session only. */
  private void stage(String table) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          ("create temporary table if not exists incoming_%1$s (like %1$s including defaults)"
                  + " on commit delete rows")
              .formatted(table));
    }
  }

  private void merge(String table, String keys, List<String> values) throws SQLException {
    String set =
        values.stream()
            .filter(column -> !List.of(keys.split(", ")).contains(column))
            .map("%1$s = excluded.%1$s"::formatted)
            .collect(Collectors.joining(", "));
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          // In the order of the key neighbours lie on the same page of the index.
          "insert into %1$s select * from incoming_%1$s order by %2$s on conflict (%2$s) do update set %3$s"
              .formatted(table, keys, set));
      statement.execute("truncate incoming_" + table);
    }
  }
}
