package vn.motcua.reference;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The city's bodies on record, read once per file and kept in step with what is written. */
final class UnitTable {

  private final Connection connection;
  private final Map<String, List<UnitVersion>> byCode = new HashMap<>();

  private UnitTable(Connection connection) {
    this.connection = connection;
  }

  static UnitTable read(Connection connection) throws SQLException {
    UnitTable table = new UnitTable(connection);
    try (PreparedStatement statement =
            connection.prepareStatement(
                "select *, coalesce(lineage_id, id) as lineage from unit where dataset_id = 1");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        table.versions(row.getString("code")).add(version(row));
      }
    }
    return table;
  }

  /** All versions of all bodies that ever had this code. */
  List<UnitVersion> versions(String code) {
    return byCode.computeIfAbsent(code, c -> new ArrayList<>());
  }

  /** The lineage of the body that had this code on a day. */
  Optional<Integer> body(String code, LocalDate day) {
    return versions(code).stream()
        .filter(version -> version.covers(day))
        .map(UnitVersion::lineage)
        .findFirst();
  }

  void insert(String code, UnitVersion version) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into unit (dataset_id, code, valid_from, valid_to, lineage_id, name, kind,
              designation, parent_id, latitude, longitude, address, phase, note)
            values (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
            """)) {
      UnitVersion.Content content = version.content();
      statement.setString(1, code);
      statement.setObject(2, version.validFrom());
      statement.setObject(3, version.validTo());
      statement.setObject(4, version.lineage(), Types.INTEGER);
      statement.setString(5, content.name());
      statement.setString(6, content.kind());
      statement.setString(7, content.designation());
      statement.setObject(8, content.parent(), Types.INTEGER);
      statement.setBigDecimal(9, content.latitude());
      statement.setBigDecimal(10, content.longitude());
      statement.setString(11, content.address());
      statement.setObject(12, content.phase(), Types.INTEGER);
      statement.setString(13, content.note());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        int id = row.getInt(1);
        Integer lineage = version.lineage() == null ? Integer.valueOf(id) : version.lineage();
        versions(code)
            .add(new UnitVersion(id, lineage, version.validFrom(), version.validTo(), content));
      }
    }
  }

  void close(String code, UnitVersion version, LocalDate day) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("update unit set valid_to = ? where id = ?")) {
      statement.setObject(1, day);
      statement.setInt(2, version.id());
      statement.executeUpdate();
    }
    versions(code).replaceAll(v -> v.equals(version) ? version.until(day) : v);
  }

  private static UnitVersion version(ResultSet row) throws SQLException {
    return new UnitVersion(
        row.getInt("id"),
        row.getInt("lineage"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        new UnitVersion.Content(
            row.getString("name"),
            row.getString("kind"),
            row.getString("designation"),
            row.getObject("parent_id", Integer.class),
            row.getBigDecimal("latitude"),
            row.getBigDecimal("longitude"),
            row.getString("address"),
            row.getObject("phase", Integer.class),
            row.getString("note")));
  }

  /** Degrees as the table keeps them. */
  static BigDecimal degrees(BigDecimal value) {
    return value == null ? null : value.setScale(5, java.math.RoundingMode.HALF_UP);
  }
}
