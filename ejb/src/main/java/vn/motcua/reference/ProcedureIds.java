package vn.motcua.reference;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The city's procedures on record, by their codes. */
record ProcedureIds(Map<String, Integer> byCode, Set<Integer> managed) {

  static ProcedureIds read(Connection connection) throws SQLException {
    Map<String, Integer> byCode = new HashMap<>();
    Set<Integer> managed = new HashSet<>();
    try (PreparedStatement statement =
            connection.prepareStatement(
                "select code, id, managed from procedure where dataset_id = 1");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        byCode.put(row.getString("code"), row.getInt("id"));
        if (row.getBoolean("managed")) {
          managed.add(row.getInt("id"));
        }
      }
    }
    return new ProcedureIds(byCode, managed);
  }

  /** People approved a version: what files say of it counts no more. */
  boolean isManaged(int procedure) {
    return managed.contains(procedure);
  }

  int of(ReferenceRow row, String column) throws BadCell {
    String code = row.required(column);
    Integer id = byCode.get(code);
    if (id == null) {
      throw BadCell.reference(column, code);
    }
    return id;
  }
}
