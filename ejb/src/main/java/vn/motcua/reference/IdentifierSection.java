package vn.motcua.reference;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Identifiers of agencies (mã định danh), with which their dossier codes begin. */
final class IdentifierSection implements ReferenceSection {

  private enum IdentifierBasis {
    STATED,
    INVENTED
  }

  private record Identifier(String text, String basis) {}

  @Override
  public List<String> columns() {
    return List.of("unit", "identifier", "basis");
  }

  @Override
  public void load(ReferenceFile file, Connection connection, Tally tally) throws SQLException {
    UnitTable units = UnitTable.read(connection);
    Map<Integer, Identifier> recorded = recorded(connection);
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into agency_identifier (dataset_id, unit_id, identifier, basis)
            values (1, ?, ?, ?) on conflict do nothing
            """)) {
      for (ReferenceRow row : file.rows()) {
        try {
          String code = row.required("unit");
          int unit =
              units
                  .body(code, file.effectiveFrom())
                  .orElseThrow(() -> BadCell.reference("unit", code));
          Identifier wanted =
              new Identifier(
                  row.required("identifier"),
                  row.oneOf(IdentifierBasis.class, "basis", null).name());
          Identifier former = recorded.get(unit);
          statement.setInt(1, unit);
          statement.setString(2, wanted.text());
          statement.setString(3, wanted.basis());
          if (wanted.equals(former)) {
            tally.unchanged();
          } else if (former == null && statement.executeUpdate() == 1) {
            recorded.put(unit, wanted);
            tally.taken();
          } else {
            // Another body has it, or codes were given out under the former one.
            tally.refuse(row.line(), RefusalCode.SAME_DAY_OTHER_CONTENT, code);
          }
        } catch (BadCell e) {
          tally.refuse(List.of(e.at(row.line())));
        }
      }
    }
  }

  private static Map<Integer, Identifier> recorded(Connection connection) throws SQLException {
    Map<Integer, Identifier> recorded = new HashMap<>();
    try (PreparedStatement statement =
            connection.prepareStatement("select * from agency_identifier where dataset_id = 1");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        recorded.put(
            row.getInt("unit_id"),
            new Identifier(row.getString("identifier"), row.getString("basis")));
      }
    }
    return recorded;
  }
}
