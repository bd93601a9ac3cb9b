package vn.motcua.analytics.job.readmodel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import vn.motcua.analytics.job.watch.AlertRow;

/** Writes alerts as absolute rows: whatever stood there under the same id is replaced. */
final class AlertTable {

  private static final String UPSERT =
      """
      insert into alert
        (generation, id, dataset_id, dossier_id, sequence, unit_id, branch_id, procedure_id,
         withdrawn, thing_id, kind, raised_at, cleared_at, due_at)
      select ?, u.id::uuid, u.dataset_id, u.dossier_id, u.sequence, u.unit_id, u.branch_id,
        u.procedure_id, u.withdrawn = 1, u.thing_id, u.kind,
        timestamptz 'epoch' + u.raised_at * interval '1 millisecond',
        timestamptz 'epoch' + u.cleared_at * interval '1 millisecond',
        timestamptz 'epoch' + u.due_at * interval '1 millisecond'
      from unnest(?::text[], ?::int[], ?::bigint[], ?::int[], ?::int[], ?::int[], ?::int[],
                  ?::int[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[])
        as u(id, dataset_id, dossier_id, sequence, unit_id, branch_id, procedure_id, withdrawn,
             thing_id, kind, raised_at, cleared_at, due_at)
      on conflict (generation, id)
      do update set unit_id = excluded.unit_id, branch_id = excluded.branch_id,
        procedure_id = excluded.procedure_id, withdrawn = excluded.withdrawn,
        raised_at = excluded.raised_at, cleared_at = excluded.cleared_at, due_at = excluded.due_at
      """;

  private AlertTable() {}

  static void write(Connection connection, int generation, List<AlertRow> rows)
      throws SQLException {
    try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
      Columns<AlertRow> columns = new Columns<>(upsert, generation, rows);
      columns.text(row -> row.id().toString());
      columns.number(row -> row.datasetId);
      columns.number(row -> row.dossierId);
      columns.number(row -> row.sequence);
      columns.number(row -> row.unitId);
      columns.number(row -> row.branchId);
      columns.number(row -> row.procedureId);
      columns.number(row -> row.withdrawn ? 1 : 0);
      columns.number(row -> row.thingId);
      columns.text(row -> row.kind.name());
      columns.moment(row -> row.raisedAt);
      columns.moment(row -> row.clearedAt);
      columns.moment(row -> row.dueAt);
      upsert.executeUpdate();
    }
  }
}
