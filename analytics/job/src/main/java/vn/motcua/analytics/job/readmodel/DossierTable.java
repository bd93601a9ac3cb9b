package vn.motcua.analytics.job.readmodel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import vn.motcua.analytics.job.figures.DossierRow;

/** Writes the rows of dossiers: whatever stood there of the same dossier is replaced. */
final class DossierTable {

  private static final List<String> MOMENTS =
      List.of(
          "received_at", "due_at", "original_due_at", "overdue_since", "ended_at", "returned_at");

  private static final String UPSERT =
      """
      insert into dossier_fact
        (generation, dossier_id, dataset_id, sequence, unit_id, branch_id, field_id, procedure_id,
         channel, class, outcome, %s)
      select ?, u.dossier_id, u.dataset_id, u.sequence, u.unit_id, u.branch_id, u.field_id,
             u.procedure_id, u.channel, u.class, u.outcome, %s
      from unnest(?::bigint[], ?::int[], ?::int[], ?::int[], ?::int[], ?::int[], ?::int[],
                  ?::text[], ?::text[], ?::text[]%s)
        as u(dossier_id, dataset_id, sequence, unit_id, branch_id, field_id, procedure_id,
             channel, class, outcome, %s)
      on conflict (generation, dossier_id)
      do update set dataset_id = excluded.dataset_id, sequence = excluded.sequence,
        unit_id = excluded.unit_id, branch_id = excluded.branch_id, field_id = excluded.field_id,
        procedure_id = excluded.procedure_id, channel = excluded.channel, class = excluded.class,
        outcome = excluded.outcome, %s
      """
          .formatted(
              moments("%1$s"),
              moments("timestamptz 'epoch' + u.%1$s * interval '1 millisecond'"),
              ", ?::bigint[]".repeat(MOMENTS.size()),
              moments("%1$s"),
              moments("%1$s = excluded.%1$s"));

  private DossierTable() {}

  static void write(Connection connection, int generation, List<DossierRow> rows)
      throws SQLException {
    try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
      Columns<DossierRow> columns = new Columns<>(upsert, generation, rows);
      columns.number(row -> row.dossierId);
      columns.number(row -> row.datasetId);
      columns.number(row -> row.sequence);
      columns.number(row -> row.unitId);
      columns.number(row -> row.branchId);
      columns.number(row -> row.fieldId);
      columns.number(row -> row.procedureId);
      columns.text(row -> row.channel.name());
      columns.text(row -> row.standing.name());
      columns.text(row -> row.outcome == null ? null : row.outcome.name());
      columns.moment(row -> row.receivedAt);
      columns.moment(row -> row.dueAt);
      columns.moment(row -> row.originalDueAt);
      columns.moment(row -> row.overdueSince);
      columns.moment(row -> row.endedAt);
      columns.moment(row -> row.returnedAt);
      upsert.executeUpdate();
    }
  }

  private static String moments(String template) {
    return MOMENTS.stream().map(template::formatted).collect(Collectors.joining(", "));
  }
}
