package vn.motcua.reception;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Visits and what they became. */
final class VisitRows {

  private final Connection connection;

  VisitRows(Connection connection) {
    this.connection = connection;
  }

  /**
   * Lets one transaction at a time work on a request, and answers the visit that it became before.
   */
  Optional<IntakeResult> known(UUID requestId) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select pg_advisory_xact_lock(hashtextextended('visit ' || ?, 0))")) {
      statement.setString(1, requestId.toString());
      statement.execute();
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select v.id as visit_id, v.receipt_code, d.id, d.code, i.public_token, d.due_at
            from visit v join dossier_intake i on i.visit_id = v.id
            join dossier d on d.id = i.dossier_id
            where v.request_id = ? order by d.id
            """)) {
      statement.setObject(1, requestId);
      try (ResultSet row = statement.executeQuery()) {
        List<ReceivedDossier> dossiers = new ArrayList<>();
        long visit = 0;
        String receipt = null;
        while (row.next()) {
          visit = row.getLong("visit_id");
          receipt = row.getString("receipt_code");
          OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
          dossiers.add(
              new ReceivedDossier(
                  row.getLong("id"),
                  row.getString("code"),
                  row.getString("public_token"),
                  due == null ? null : due.toInstant()));
        }
        return receipt == null
            ? Optional.empty()
            : Optional.of(new IntakeResult(visit, receipt, dossiers, true));
      }
    }
  }

  long insert(Occasion occasion, String receiptCode, UUID requestId) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into visit (id, dataset_id, branch_id, clerk, began_at, receipt_code, request_id)
            values (nextval('visit_id_seq'), ?, ?, ?, ?, ?, ?) returning id
            """)) {
      statement.setInt(1, occasion.datasetId());
      statement.setInt(2, occasion.branchId());
      statement.setString(3, occasion.clerk());
      statement.setObject(4, occasion.at().atOffset(ZoneOffset.UTC));
      statement.setString(5, receiptCode);
      statement.setObject(6, requestId);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** A body where visits are received (chi nhánh, điểm tiếp nhận). */
  record Branch(int unitId, int bodyId, String code, String name) {}

  /** The branch's version of a day, by the id of any of its versions. */
  Optional<Branch> branch(int unitId, LocalDate on) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select u.id, coalesce(u.lineage_id, u.id) as body_id, u.code, u.name from unit u
            where u.dataset_id = 1 and u.kind in ('BRANCH', 'POINT')
              and u.valid_from <= ? and u.valid_to > ?
              and coalesce(u.lineage_id, u.id) = (select coalesce(lineage_id, id) from unit where id = ?)
            """)) {
      statement.setObject(1, on);
      statement.setObject(2, on);
      statement.setInt(3, unitId);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Branch(
                    row.getInt("id"),
                    row.getInt("body_id"),
                    row.getString("code"),
                    row.getString("name")))
            : Optional.empty();
      }
    }
  }
}
