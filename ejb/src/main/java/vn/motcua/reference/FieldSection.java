package vn.motcua.reference;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fields of administration, as rows without a level; the rows per level come with the procedures. A
 * field has no validity of its own yet, so its name cannot change.
 */
final class FieldSection implements ReferenceSection {

  @Override
  public List<String> columns() {
    return List.of("code", "name");
  }

  @Override
  public void load(ReferenceFile file, Connection connection, Tally tally) throws SQLException {
    Map<String, String> recorded = names(connection);
    for (ReferenceRow row : file.rows()) {
      try {
        String code = row.required("code");
        String name = row.required("name");
        String former = recorded.putIfAbsent(code, name);
        if (former == null) {
          insert(connection, code, name);
          tally.taken();
        } else if (former.equals(name)) {
          tally.unchanged();
        } else {
          tally.refuse(row.line(), RefusalCode.SAME_DAY_OTHER_CONTENT, code);
        }
      } catch (BadCell e) {
        tally.refuse(List.of(e.at(row.line())));
      }
    }
  }

  /** Names by code. */
  static Map<String, String> names(Connection connection) throws SQLException {
    Map<String, String> names = new HashMap<>();
    try (PreparedStatement statement =
            connection.prepareStatement(
                "select code, name from field where dataset_id = 1 and level = ''");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        names.put(row.getString("code"), row.getString("name"));
      }
    }
    return names;
  }

  private static void insert(Connection connection, String code, String name) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into field (dataset_id, code, name) values (1, ?, ?)")) {
      statement.setString(1, code);
      statement.setString(2, name);
      statement.executeUpdate();
    }
  }
}
