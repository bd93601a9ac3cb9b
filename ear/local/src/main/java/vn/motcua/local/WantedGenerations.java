package vn.motcua.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;

/**
 * Which generations of the figures are to be written, as the database tells.
 *
 * @param shown the one that screens read
 * @param rebuilt the one that a running rebuild fills
 */
record WantedGenerations(int shown, OptionalInt rebuilt) {
  static final int FIRST = 1;
  private static final String UNDEFINED_TABLE = "42P01";

  private static final String SQL =
      """
      select active_generation,
        (select generation from rebuild
         where state in ('REQUESTED', 'READING', 'COMPARING', 'AGREED'))
      from read_model""";

  /** Before the application has made the tables it is the first generation. */
  static WantedGenerations read(Addresses addresses) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                addresses.databaseUrl(), addresses.databaseUser(), addresses.databasePassword());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SQL)) {
      row.next();
      int shown = row.getInt(1);
      int rebuilt = row.getInt(2);
      return new WantedGenerations(
          shown, row.wasNull() ? OptionalInt.empty() : OptionalInt.of(rebuilt));
    } catch (SQLException e) {
      if (UNDEFINED_TABLE.equals(e.getSQLState())) {
        return new WantedGenerations(FIRST, OptionalInt.empty());
      }
      throw e;
    }
  }
}
