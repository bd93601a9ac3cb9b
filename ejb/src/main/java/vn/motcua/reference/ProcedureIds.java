package vn.motcua.reference;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The city's procedures on record, by their codes. */
record ProcedureIds(Map<String, Integer> byCode) {

  static ProcedureIds read(Connection connection) throws SQLException {
    Map<String, Integer> byCode = new HashMap<>();
    try (PreparedStatement statement =
            connection.prepareStatement("select code, id from procedure where dataset_id = 1");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        byCode.put(row.getString("code"), row.getInt("id"));
      }
    }
    return new ProcedureIds(byCode);
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
