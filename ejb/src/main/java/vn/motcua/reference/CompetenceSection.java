package vn.motcua.reference;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Which body of the city decides a field's province-level procedures (phân công lĩnh vực). */
final class CompetenceSection implements ReferenceSection {

  @Override
  public List<String> columns() {
    return List.of("field", "unit");
  }

  @Override
  public void load(ReferenceFile file, Connection connection, Tally tally) throws SQLException {
    new Rows(connection, file.effectiveFrom()).load(file, connection, tally);
  }

  private static final class Rows extends VersionedRows<String, Integer> {
    private final Connection connection;
    private final Map<String, String> fields;
    private final UnitTable units;
    private final LocalDate from;

    Rows(Connection connection, LocalDate from) throws SQLException {
      this.connection = connection;
      this.from = from;
      fields = FieldSection.names(connection);
      units = UnitTable.read(connection);
    }

    @Override
    public List<String> columns() {
      return List.of();
    }

    @Override
    public void load(ReferenceFile file, Connection same, Tally tally) throws SQLException {
      try (PreparedStatement statement =
              connection.prepareStatement(
                  "select * from province_competence where dataset_id = 1 and valid_to = 'infinity'");
          ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          known(
              row.getString("field_code"),
              row.getObject("valid_from", LocalDate.class),
              row.getInt("unit_id"));
        }
      }
      take(file, tally);
    }

    @Override
    String key(ReferenceRow row) throws BadCell {
      String field = row.required("field");
      if (!fields.containsKey(field)) {
        throw BadCell.reference("field", field);
      }
      return field;
    }

    @Override
    Integer content(ReferenceRow row) throws BadCell {
      String unit = row.required("unit");
      return units.body(unit, from).orElseThrow(() -> BadCell.reference("unit", unit));
    }

    @Override
    void close(String field, LocalDate day) throws SQLException {
      try (PreparedStatement statement =
          connection.prepareStatement(
              """
              update province_competence set valid_to = ?
              where dataset_id = 1 and field_code = ? and valid_to = 'infinity'
              """)) {
        statement.setObject(1, day);
        statement.setString(2, field);
        statement.executeUpdate();
      }
    }

    @Override
    void open(String field, Integer unit, LocalDate day) throws SQLException {
      try (PreparedStatement statement =
          connection.prepareStatement(
              """
              insert into province_competence (dataset_id, field_code, unit_id, valid_from)
              values (1, ?, ?, ?)
              """)) {
        statement.setString(1, field);
        statement.setInt(2, unit);
        statement.setObject(3, day);
        statement.executeUpdate();
      }
    }
  }
}
