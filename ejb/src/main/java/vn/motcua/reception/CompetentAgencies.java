package vn.motcua.reception;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import vn.motcua.catalogue.GovernmentLevel;
import vn.motcua.catalogue.ProcedureDetail;

/**
 * Finds who decides: where communes do, the commune; else the department that has the field. What
 * only a ministry decides is not received here.
 */
final class CompetentAgencies {

  private final Connection connection;

  CompetentAgencies(Connection connection) {
    this.connection = connection;
  }

  static boolean byCommune(ProcedureDetail procedure) {
    return procedure.levels().contains(GovernmentLevel.COMMUNE);
  }

  static boolean byProvince(ProcedureDetail procedure) {
    return procedure.levels().contains(GovernmentLevel.PROVINCE);
  }

  /** The commune on a day, by the body's id or any version's. */
  Optional<Agency> commune(int unitId, LocalDate on) throws SQLException {
    return find(
        """
        select u.id, u.name, a.identifier from unit u
        left join agency_identifier a on a.dataset_id = 1 and a.unit_id = coalesce(u.lineage_id, u.id)
        where u.dataset_id = 1 and u.kind = 'COMMUNE' and u.valid_from <= ? and u.valid_to > ?
          and coalesce(u.lineage_id, u.id) = (select coalesce(lineage_id, id) from unit where id = ?)
        """,
        "COMMUNE",
        on,
        unitId);
  }

  /** The department that has a field on a day. */
  Optional<Agency> department(String fieldCode, LocalDate on) throws SQLException {
    return find(
        """
        select u.id, u.name, a.identifier from province_competence c
        join unit u on coalesce(u.lineage_id, u.id) = c.unit_id
          and u.valid_from <= ? and u.valid_to > ?
        left join agency_identifier a on a.dataset_id = 1 and a.unit_id = c.unit_id
        where c.dataset_id = 1 and c.field_code = ? and c.valid_to = 'infinity'
        """,
        "PROVINCE",
        on,
        fieldCode);
  }

  private Optional<Agency> find(String sql, String level, LocalDate on, Object key)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, on);
      statement.setObject(2, on);
      statement.setObject(3, key);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Agency(
                    row.getInt("id"), row.getString("name"), row.getString("identifier"), level))
            : Optional.empty();
      }
    }
  }

  /** The field at the level that decides. */
  Optional<Integer> field(String code, String level) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select id from field where dataset_id = 1 and code = ? and level = ?")) {
      statement.setString(1, code);
      statement.setString(2, level);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getInt(1)) : Optional.empty();
      }
    }
  }
}
