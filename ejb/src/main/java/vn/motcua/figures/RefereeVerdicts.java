package vn.motcua.figures;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.motcua.database.Query;
import vn.motcua.dataset.DatasetSummary;
import vn.motcua.figures.indicator.TableReferee;

/** The verdicts on record: every comparison that was ever made, with what it found. */
final class RefereeVerdicts {

  /** Held shared by whoever compares, alone by the schedule: it begins nothing while one runs. */
  static final long LOCK = 0x4D43_5246;

  private static final String SELECT =
      """
      select horizon_id, time, checked_at, asked_by, figures, board, indicators, tables,
             differences::text as differences
      from referee_verdict""";

  private RefereeVerdicts() {}

  /** Compares at a frozen horizon, and keeps the verdict. */
  static Comparison judge(Connection connection, DatasetSummary dataset, Horizon horizon)
      throws SQLException {
    Query.of(connection, "select pg_advisory_lock_shared(?)", LOCK).first(row -> true);
    try {
      return compare(connection, dataset, horizon);
    } finally {
      Query.of(connection, "select pg_advisory_unlock_shared(?)", LOCK).first(row -> true);
    }
  }

  /** The same for who holds the lock already. */
  static Comparison compare(Connection connection, DatasetSummary dataset, Horizon horizon)
      throws SQLException {
    long begun = System.nanoTime();
    Comparison comparison =
        TableReferee.add(
            Referee.compare(connection, dataset, horizon), connection, dataset, horizon);
    HorizonLedger.compared(connection, horizon.id(), comparison.count());
    keep(connection, horizon, comparison, Duration.ofNanos(System.nanoTime() - begun));
    return comparison;
  }

  private static void keep(
      Connection connection, Horizon horizon, Comparison comparison, Duration took)
      throws SQLException {
    Query.of(
            connection,
            """
            insert into referee_verdict
              (horizon_id, dataset_id, time, asked_by, figures, board, indicators, tables,
               differences, took_millis)
            select id, dataset_id, time, requested_by, ?, ?, ?, ?, ?::jsonb, ?
            from horizon where id = ?""",
            comparison.counts().getOrDefault(RollUp.FIGURES, 0L),
            comparison.counts().get(RollUp.BOARD),
            comparison.counts().get(RollUp.INDICATORS),
            comparison.counts().get(RollUp.TABLES),
            json(comparison.differences()).toString(),
            took.toMillis(),
            horizon.id())
        .update();
  }

  private static JsonArray json(List<Comparison.Difference> differences) {
    JsonArrayBuilder cells = Json.createArrayBuilder();
    differences.stream()
        .limit((long) RefereeVerdict.MOST_TOLD * RollUp.values().length)
        .forEach(
            cell ->
                cells.add(
                    Json.createObjectBuilder()
                        .add("rollUp", cell.rollUp().name())
                        .add("day", cell.day().toString())
                        .add("body", cell.unitId())
                        .add("field", cell.fieldId())
                        .add("flow", cell.flow())
                        .add("stream", cell.stream())
                        .add("referee", cell.referee())));
    return cells.build();
  }

  /** The last verdict of a dataset. */
  static Optional<RefereeVerdict> last(Connection connection, int datasetId) throws SQLException {
    return list(connection, datasetId, 1).stream().findFirst();
  }

  /** The last verdicts of a dataset, the newest first. */
  static List<RefereeVerdict> list(Connection connection, int datasetId, int most)
      throws SQLException {
    return Query.of(
            connection, SELECT + " where dataset_id = ? order by id desc limit ?", datasetId, most)
        .list(RefereeVerdicts::read);
  }

  /** The last verdict at a horizon. */
  static Optional<RefereeVerdict> at(Connection connection, Horizon horizon) throws SQLException {
    return Query.of(
            connection, SELECT + " where horizon_id = ? order by id desc limit 1", horizon.id())
        .first(RefereeVerdicts::read);
  }

  private static RefereeVerdict read(ResultSet row) throws SQLException {
    return new RefereeVerdict(
        row.getLong("horizon_id"),
        Query.moment(row, "time"),
        Query.moment(row, "checked_at"),
        row.getString("asked_by"),
        row.getLong("figures"),
        row.getObject("board", Long.class),
        row.getObject("indicators", Long.class),
        row.getObject("tables", Long.class),
        flows(row.getString("differences")));
  }

  /** An indicator's name without its range of minutes. */
  private static java.util.Set<String> flows(String differences) {
    try (JsonReader reader = Json.createReader(new StringReader(differences))) {
      return reader.readArray().getValuesAs(JsonObject.class).stream()
          .map(cell -> cell.getString("flow").replaceFirst("/.*", ""))
          .collect(Collectors.toSet());
    }
  }
}
