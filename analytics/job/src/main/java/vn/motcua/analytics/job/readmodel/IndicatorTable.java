package vn.motcua.analytics.job.readmodel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import vn.motcua.analytics.job.figures.Cell;

/** The long table of the register of indicators: a row per series, bucket, body, field and day. */
final class IndicatorTable {

  static final String NAME = "indicator_day";
  static final String KEYS = "generation, dataset_id, indicator, day, body_id, field_id, bucket";

  private static final String UPSERT =
      """
      insert into indicator_day
        (generation, dataset_id, day, indicator, body_id, field_id, bucket, value)
      select ?, u.dataset_id, date '1970-01-01' + u.day, u.indicator, u.body_id, u.field_id,
             u.bucket, u.value
      from unnest(?::int[], ?::int[], ?::text[], ?::int[], ?::int[], ?::int[], ?::bigint[])
        as u(dataset_id, day, indicator, body_id, field_id, bucket, value)
      on conflict (generation, dataset_id, indicator, day, body_id, field_id, bucket)
      do update set value = excluded.value
      """;

  private IndicatorTable() {}

  static void write(Connection connection, int generation, List<Map.Entry<Cell, long[]>> rows)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
      Columns<Map.Entry<Cell, long[]>> columns = new Columns<>(statement, generation, rows);
      columns.number(row -> row.getKey().datasetId());
      columns.number(row -> row.getKey().calendarDay());
      columns.text(row -> row.getKey().indicator().name());
      columns.number(row -> row.getKey().bodyId());
      columns.number(row -> row.getKey().fieldId());
      columns.number(row -> row.getKey().bucket());
      columns.number(row -> row.getValue()[0]);
      statement.executeUpdate();
    }
  }
}
