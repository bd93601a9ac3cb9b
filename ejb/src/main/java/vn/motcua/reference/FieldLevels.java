package vn.motcua.reference;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** One row of field per level at which some procedure of the field is decided. */
final class FieldLevels {

  private FieldLevels() {}

  static void derive(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into field (dataset_id, code, name, level)
            select distinct f.dataset_id, f.code, f.name, decided.at_level
            from procedure_version v
            join procedure p on p.id = v.procedure_id and p.dataset_id = 1
            join field f on f.dataset_id = 1 and f.code = v.field_code and f.level = ''
            cross join unnest(v.levels) as decided (at_level)
            on conflict do nothing
            """)) {
      statement.executeUpdate();
    }
  }
}
