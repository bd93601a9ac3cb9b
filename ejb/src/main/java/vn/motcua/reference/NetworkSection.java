package vn.motcua.reference;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** The areas that branches serve. A row ends only by its valid_to. */
final class NetworkSection implements ReferenceSection {

  private enum ServiceBasis {
    STATED,
    INFERRED
  }

  @Override
  public List<String> columns() {
    return List.of("branch", "area", "valid_from", "valid_to", "basis");
  }

  @Override
  public void load(ReferenceFile file, Connection connection, Tally tally) throws SQLException {
    UnitTable units = UnitTable.read(connection);
    for (ReferenceRow row : file.rows()) {
      try {
        take(row, units, connection, tally);
      } catch (BadCell e) {
        tally.refuse(List.of(e.at(row.line())));
      }
    }
  }

  private static void take(ReferenceRow row, UnitTable units, Connection connection, Tally tally)
      throws BadCell, SQLException {
    row.required("valid_from");
    LocalDate validFrom = row.date("valid_from", null);
    LocalDate validTo = row.date("valid_to", LocalDate.MAX);
    if (!validFrom.isBefore(validTo)) {
      throw BadCell.value("valid_to", row.text("valid_to"));
    }
    int branch = body(units, row, "branch", validFrom);
    int area = body(units, row, "area", validFrom);
    String basis = row.oneOf(ServiceBasis.class, "basis", null).name();
    Recorded recorded = recorded(connection, branch, area, validFrom);
    if (recorded == null) {
      insert(connection, branch, area, validFrom, validTo, basis);
      tally.taken();
    } else if (recorded.equals(new Recorded(validTo, basis))) {
      tally.unchanged();
    } else if (recorded.equals(new Recorded(LocalDate.MAX, basis))) {
      end(connection, branch, area, validFrom, validTo);
      tally.ended();
    } else {
      tally.refuse(
          row.line(),
          RefusalCode.SAME_DAY_OTHER_CONTENT,
          row.text("branch") + " – " + row.text("area"));
    }
  }

  private record Recorded(LocalDate validTo, String basis) {}

  private static Recorded recorded(Connection connection, int branch, int area, LocalDate validFrom)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select valid_to, basis from service_area
            where branch_id = ? and area_id = ? and valid_from = ?
            """)) {
      statement.setInt(1, branch);
      statement.setInt(2, area);
      statement.setObject(3, validFrom);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? new Recorded(row.getObject("valid_to", LocalDate.class), row.getString("basis"))
            : null;
      }
    }
  }

  private static void insert(
      Connection connection,
      int branch,
      int area,
      LocalDate validFrom,
      LocalDate validTo,
      String basis)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into service_area (branch_id, area_id, valid_from, valid_to, basis)
            values (?, ?, ?, ?, ?)
            """)) {
      statement.setInt(1, branch);
      statement.setInt(2, area);
      statement.setObject(3, validFrom);
      statement.setObject(4, validTo);
      statement.setString(5, basis);
      statement.executeUpdate();
    }
  }

  private static void end(
      Connection connection, int branch, int area, LocalDate validFrom, LocalDate validTo)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            update service_area set valid_to = ?
            where branch_id = ? and area_id = ? and valid_from = ?
            """)) {
      statement.setObject(1, validTo);
      statement.setInt(2, branch);
      statement.setInt(3, area);
      statement.setObject(4, validFrom);
      statement.executeUpdate();
    }
  }

  private static int body(UnitTable units, ReferenceRow row, String column, LocalDate day)
      throws BadCell {
    String code = row.required(column);
    return units.body(code, day).orElseThrow(() -> BadCell.reference(column, code));
  }
}
