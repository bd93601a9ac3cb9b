package vn.motcua.reference;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Which body took over the area of a former one, on the edition's day. */
final class SuccessorSection implements ReferenceSection {

  private enum Extent {
    WHOLE,
    PART
  }

  @Override
  public List<String> columns() {
    return List.of("former", "successor", "extent");
  }

  @Override
  public void load(ReferenceFile file, Connection connection, Tally tally) throws SQLException {
    UnitTable units = UnitTable.read(connection);
    LocalDate since = file.effectiveFrom();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into unit_successor (former_id, successor_id, extent, since)
            values (?, ?, ?, ?) on conflict do nothing
            """)) {
      for (ReferenceRow row : file.rows()) {
        try {
          statement.setInt(1, body(units, row, "former", since.minusDays(1)));
          statement.setInt(2, body(units, row, "successor", since));
          statement.setString(3, row.oneOf(Extent.class, "extent", null).name());
          statement.setObject(4, since);
          if (statement.executeUpdate() == 1) {
            tally.taken();
          } else {
            tally.unchanged();
          }
        } catch (BadCell e) {
          tally.refuse(List.of(e.at(row.line())));
        }
      }
    }
  }

  private static int body(UnitTable units, ReferenceRow row, String column, LocalDate day)
      throws BadCell {
    String code = row.required(column);
    return units.body(code, day).orElseThrow(() -> BadCell.reference(column, code));
  }
}
