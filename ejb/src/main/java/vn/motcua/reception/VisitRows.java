package vn.motcua.reception;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.database.Query;

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

  /** The receipt's number comes last; until then the request's stands in its place. */
  long insert(Occasion occasion, Branch branch, UUID requestId) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into visit
              (id, dataset_id, branch_id, clerk, began_at, receipt_code, request_id, point_id)
            values (nextval('visit_id_seq'), ?, ?, ?, ?, ?, ?, ?) returning id
            """)) {
      statement.setInt(1, occasion.datasetId());
      statement.setInt(2, occasion.branchId());
      statement.setString(3, occasion.clerk());
      statement.setObject(4, occasion.at().atOffset(ZoneOffset.UTC));
      statement.setString(5, requestId.toString());
      statement.setObject(6, requestId);
      statement.setObject(7, branch.pointId(), Types.INTEGER);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /**
   * The branch (chi nhánh) that answers for a visit.
   *
   * @param pointId the version of the place below it where the visit is; null: at the branch itself
   */
  record Branch(int unitId, int bodyId, String code, String name, Integer pointId) {}

  /**
   * The branch's version of a day, by the id of any version of it or of a place below it: what is
   * received at a point, a kiosk, a van or an agent's is the nearest branch's above. A point below
   * no branch stands for itself.
   */
  Optional<Branch> branch(int unitId, LocalDate on) throws SQLException {
    return Query.of(
            connection,
            """
            with recursive place as (
              select u.id, coalesce(u.lineage_id, u.id) as body_id, u.code, u.name, u.kind,
                u.parent_id, 0 as height
              from unit u
              where u.dataset_id = 1
                and u.kind in ('BRANCH', 'POINT', 'COMMUNE_POINT', 'KIOSK', 'VAN', 'AGENT')
                and u.valid_from <= ? and u.valid_to > ?
                and coalesce(u.lineage_id, u.id) =
                  (select coalesce(lineage_id, id) from unit where id = ?)
              union all
              select u.id, coalesce(u.lineage_id, u.id), u.code, u.name, u.kind, u.parent_id,
                p.height + 1
              from place p
              join unit above on above.id = p.parent_id
              join unit u on coalesce(u.lineage_id, u.id) = coalesce(above.lineage_id, above.id)
              where p.kind <> 'BRANCH' and p.height < 10
                and u.kind in ('BRANCH', 'POINT', 'COMMUNE_POINT', 'KIOSK', 'VAN', 'AGENT')
                and u.valid_from <= ? and u.valid_to > ?)
            select b.*, nullif(at.id, b.id) as point_id
            from place b, (select id from place where height = 0) at
            order by b.kind = 'BRANCH' desc, b.height limit 1""",
            on,
            on,
            unitId,
            on,
            on)
        .first(VisitRows::branch);
  }

  static Branch branch(ResultSet row) throws SQLException {
    return new Branch(
        row.getInt("id"),
        row.getInt("body_id"),
        row.getString("code"),
        row.getString("name"),
        row.getObject("point_id", Integer.class));
  }
}
