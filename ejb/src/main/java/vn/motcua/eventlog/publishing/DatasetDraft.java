package vn.motcua.eventlog.publishing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import vn.motcua.eventlog.store.ImportStore;

/**
 * The dataset of an import with its bodies and fields, made before the first case. The unit or
 * field with the empty code stands for cases whose log names none, so that they are counted all the
 * same.
 */
final class DatasetDraft {

  static final String UNNAMED_UNIT = "(không ghi đơn vị)";
  static final String UNNAMED_FIELD = "(không ghi lĩnh vực)";

  private DatasetDraft() {}

  /** Makes the dataset in status STAGING and answers its number. */
  static int create(Connection connection, long importId, String name, String zone)
      throws SQLException {
    int datasetId;
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into dataset (code, name, kind, zone, status)
            values (?, ?, 'IMPORT', ?, 'STAGING') returning id
            """)) {
      statement.setString(1, "import-" + importId);
      statement.setString(2, name);
      statement.setString(3, zone);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        datasetId = row.getInt(1);
      }
    }
    ImportStore.execute(
        connection,
        """
        insert into unit (dataset_id, code, name, kind)
        select cast(? as integer), unit_code,
          case when unit_code = '' then ? else unit_code end as name, 'AGENCY'
        from import_case where import_id = ? group by unit_code order by unit_code
        """,
        datasetId,
        UNNAMED_UNIT,
        importId);
    ImportStore.execute(
        connection,
        """
        insert into field (dataset_id, code, name)
        select cast(? as integer), field_code,
          case when field_code = '' then ? else field_code end as name
        from import_case where import_id = ? group by field_code order by field_code
        """,
        datasetId,
        UNNAMED_FIELD,
        importId);
    return datasetId;
  }

  static Map<String, Integer> units(Connection connection, int datasetId) throws SQLException {
    return ids(connection, "select code, id from unit where dataset_id = ?", datasetId);
  }

  static Map<String, Integer> fields(Connection connection, int datasetId) throws SQLException {
    return ids(connection, "select code, id from field where dataset_id = ?", datasetId);
  }

  private static Map<String, Integer> ids(Connection connection, String sql, int datasetId)
      throws SQLException {
    Map<String, Integer> ids = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, datasetId);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          ids.put(row.getString(1), row.getInt(2));
        }
      }
    }
    return ids;
  }
}
