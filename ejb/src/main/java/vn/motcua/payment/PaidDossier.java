package vn.motcua.payment;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import vn.motcua.database.Query;
import vn.motcua.identity.Scope;

/**
 * A dossier as far as its money goes.
 *
 * @param branchId the receiving branch, which collects; the agency where there is none
 * @param pointId the place below the branch that received it; null: the branch itself
 * @param referenceId the dataset whose procedures and beneficiaries count
 */
record PaidDossier(
    long id,
    String code,
    int datasetId,
    int referenceId,
    Integer procedureId,
    int branchId,
    Integer pointId,
    String channel,
    Instant receivedAt,
    LocalDate day,
    String procedure) {

  /** The city's zone: days of money are days of the city. */
  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final String SELECT =
      """
      select d.id, d.code, d.dataset_id, coalesce(s.reference_id, s.id) as reference_id,
        d.procedure_id, coalesce(d.branch_id, d.unit_id) as branch_id, d.channel, d.received_at,
        coalesce(v.name, p.code, '') as procedure_name,
        (select at.point_id from dossier_intake i join visit at on at.id = i.visit_id
         where i.dossier_id = d.id and at.branch_id = d.branch_id) as point_id
      from dossier d
      join dataset s on s.id = d.dataset_id
      left join procedure p on p.id = d.procedure_id
      left join procedure_version v on v.procedure_id = p.id
        and (d.received_at at time zone 'Asia/Ho_Chi_Minh')::date >= v.valid_from
        and (d.received_at at time zone 'Asia/Ho_Chi_Minh')::date < v.valid_to
      """;

  static Optional<PaidDossier> ofCode(Connection connection, String code, String dataset)
      throws SQLException {
    return Query.of(
            connection,
            SELECT + " where d.code = ? and s.code = ?",
            code == null ? "" : code.strip(),
            dataset == null || dataset.isBlank() ? "hanoi" : dataset)
        .first(PaidDossier::read);
  }

  static PaidDossier of(Connection connection, long id) throws SQLException {
    return Query.of(connection, SELECT + " where d.id = ?", id)
        .first(PaidDossier::read)
        .orElseThrow(() -> new PaymentFailure.Unknown(id));
  }

  /** Under the row's lock, so that two assessments or payments of a dossier wait for each other. */
  static PaidDossier locked(Connection connection, long id) throws SQLException {
    return Query.of(connection, SELECT + " where d.id = ? for no key update of d", id)
        .first(PaidDossier::read)
        .orElseThrow(() -> new PaymentFailure.Unknown(id));
  }

  /** The body by which the caller reaches it: the branch, or the caller's own point below it. */
  int placeFor(Scope scope) {
    return scope.nearest(branchId, pointId);
  }

  private static PaidDossier read(ResultSet row) throws SQLException {
    Instant received = Query.moment(row, "received_at");
    return new PaidDossier(
        row.getLong("id"),
        row.getString("code"),
        row.getInt("dataset_id"),
        row.getInt("reference_id"),
        row.getObject("procedure_id", Integer.class),
        row.getInt("branch_id"),
        row.getObject("point_id", Integer.class),
        row.getString("channel"),
        received,
        LocalDate.ofInstant(received, ZONE),
        row.getString("procedure_name"));
  }
}
