package vn.motcua.analytics.job.readmodel;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.motcua.analytics.job.figures.Cell;
import vn.motcua.analytics.job.figures.DossierRow;
import vn.motcua.analytics.job.figures.RollUp;
import vn.motcua.analytics.job.watch.AlertRow;

/**
 * Writes many rows at once: copied into a table of this session, then merged by one statement, or
 * where no row can be there yet copied straight into the read model. For few rows that would take
 * longer than it saves.
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

  private static final List<String> ALERT_COLUMNS =
      List.of(
          "generation",
          "id",
          "dataset_id",
          "dossier_id",
          "kind",
          "sequence",
          "unit_id",
          "branch_id",
          "procedure_id",
          "raised_at",
          "cleared_at",
          "due_at",
          "withdrawn",
          "thing_id");

  private final Connection connection;
  private final int generation;

  BulkRows(Connection connection, int generation) {
    this.connection = connection;
    this.generation = generation;
  }

  void writeDossiers(Collection<DossierRow> rows) throws SQLException {
    stage("dossier_fact");
    copyDossiers("incoming_dossier_fact", rows);
    merge("dossier_fact", "generation, dossier_id", DOSSIER_COLUMNS);
  }

  /** Without looking for former rows: there must be none. */
  void copyDossiers(List<DossierRow> rows) throws SQLException {
    List<DossierRow> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparingLong(row -> row.dossierId));
    copyDossiers("dossier_fact", sorted);
  }

  private void copyDossiers(String table, Collection<DossierRow> rows) throws SQLException {
    BinaryCopy copy = new BinaryCopy(connection, table, String.join(", ", DOSSIER_COLUMNS));
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
  }

  void writeAlerts(Collection<AlertRow> rows) throws SQLException {
    stage("alert");
    BinaryCopy copy =
        new BinaryCopy(connection, "incoming_alert", String.join(", ", ALERT_COLUMNS));
    for (AlertRow row : rows) {
      copy.row(ALERT_COLUMNS.size());
      copy.integer(generation);
      copy.uuid(row.id());
      copy.integer(row.datasetId);
      copy.bigint(row.dossierId);
      copy.name(row.kind);
      copy.integer(row.sequence);
      copy.integer(row.unitId);
      copy.integer(row.branchId);
      copy.integer(row.procedureId);
      copy.moment(row.raisedAt);
      copy.moment(row.clearedAt);
      copy.moment(row.dueAt);
      copy.truth(row.withdrawn);
      copy.bigint(row.thingId);
    }
    copy.end();
    merge("alert", "generation, id", ALERT_COLUMNS);
  }

  void writeCells(RollUp rollUp, Collection<Map.Entry<Cell, long[]>> cells) throws SQLException {
    String table = table(rollUp);
    stage(table);
    copyCells(rollUp, "incoming_" + table, cells);
    merge(table, keys(rollUp), rollUp.columns());
  }

  /** Without looking for former rows: there must be none. */
  void copyCells(RollUp rollUp, List<Map.Entry<Cell, long[]>> cells) throws SQLException {
    List<Map.Entry<Cell, long[]>> sorted = new ArrayList<>(cells);
    sorted.sort((one, other) -> byKey(one.getKey(), other.getKey()));
    copyCells(rollUp, table(rollUp), sorted);
  }

  private void copyCells(RollUp rollUp, String table, Collection<Map.Entry<Cell, long[]>> cells)
      throws SQLException {
    String keys = keys(rollUp);
    BinaryCopy copy =
        new BinaryCopy(connection, table, keys + ", " + String.join(", ", rollUp.columns()));
    int width = keys.split(",").length + rollUp.size();
    for (Map.Entry<Cell, long[]> each : cells) {
      Cell cell = each.getKey();
      copy.row(width);
      copy.integer(generation);
      copy.integer(cell.datasetId());
      if (rollUp == RollUp.INDICATORS) {
        copy.name(cell.indicator());
      }
      copy.date(cell.calendarDay());
      copy.integer(cell.bodyId());
      copy.integer(cell.fieldId());
      switch (rollUp) {
        case FIGURES -> {
          copy.name(cell.channel());
          copy.truth(cell.dated());
        }
        case INDICATORS -> copy.integer(cell.bucket());
        case BOARD -> {
          // Its key ends here.
        }
      }
      for (long value : each.getValue()) {
        copy.bigint(value);
      }
    }
    copy.end();
  }

  /**
   * As the tables' keys: neighbours lie on the same page of the index. Both of one roll-up. Written
   * out, for a chain of comparators took a twentieth of the job.
   */
  private static int byKey(Cell one, Cell other) {
    int order = Integer.compare(one.datasetId(), other.datasetId());
    if (order == 0 && one.rollUp() == RollUp.INDICATORS && one.indicator() != other.indicator()) {
      order = one.indicator().name().compareTo(other.indicator().name());
    }
    if (order == 0) {
      order = Long.compare(one.calendarDay(), other.calendarDay());
    }
    if (order == 0) {
      order = Integer.compare(one.bodyId(), other.bodyId());
    }
    return order == 0 ? Integer.compare(one.fieldId(), other.fieldId()) : order;
  }

  private static String table(RollUp rollUp) {
    return switch (rollUp) {
      case FIGURES -> "figure_day";
      case BOARD -> "board_day";
      case INDICATORS -> IndicatorTable.NAME;
    };
  }

  private static String keys(RollUp rollUp) {
    return switch (rollUp) {
      case FIGURES -> "generation, dataset_id, day, unit_id, field_id, channel, dated";
      case BOARD -> "generation, dataset_id, day, branch_id, field_id";
      case INDICATORS -> IndicatorTable.KEYS;
    };
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
