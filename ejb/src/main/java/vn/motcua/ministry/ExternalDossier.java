package vn.motcua.ministry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import vn.motcua.database.Query;
import vn.motcua.dossier.DossierState;

/**
 * A dossier that a ministry's own software processes.
 *
 * @param externalCode its number there; null: not known yet
 * @param branchId the receiving branch; the agency where there is none
 */
record ExternalDossier(
    long id,
    String code,
    String system,
    String externalCode,
    int branchId,
    DossierState state,
    Instant receivedAt) {

  private static final String SELECT =
      """
      select d.id, d.code, d.state, d.received_at, coalesce(d.branch_id, d.unit_id) as branch_id,
        x.system, x.external_code
      from external_dossier x join dossier d on d.id = x.dossier_id
      """;

  /** By its number in a software, in the city's dataset. */
  static Optional<ExternalDossier> known(Connection connection, String system, String externalCode)
      throws SQLException {
    return Query.of(
            connection,
            SELECT
                + " where x.dataset_id = 1 and x.system = ? and upper(x.external_code) = upper(?)",
            system,
            externalCode)
        .first(ExternalDossier::row);
  }

  /** By our own code; empty where it is processed here, or there is none. */
  static Optional<ExternalDossier> ours(Connection connection, String code) throws SQLException {
    return Query.of(connection, SELECT + " where d.dataset_id = 1 and d.code = ?", code)
        .first(ExternalDossier::row);
  }

  /** Locks the dossier, and reads it as it is then. */
  static ExternalDossier locked(Connection connection, long id) throws SQLException {
    return Query.of(connection, SELECT + " where d.id = ? for update of d", id)
        .first(ExternalDossier::row)
        .orElseThrow();
  }

  private static ExternalDossier row(ResultSet row) throws SQLException {
    return new ExternalDossier(
        row.getLong("id"),
        row.getString("code"),
        row.getString("system"),
        row.getString("external_code"),
        row.getInt("branch_id"),
        DossierState.valueOf(row.getString("state")),
        Query.moment(row, "received_at"));
  }
}
