package vn.motcua.identity;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads an account with its roles and scope in one query. */
final class AccountRows {

  private static final String ACCOUNT =
      """
      select a.id, a.login, s.full_name, s.post, a.whole_city,
        array(select role from account_role where account_id = a.id) as roles,
        array(select unit_id from account_scope where account_id = a.id) as scope
      from account a join staff s on s.id = a.staff_id
      """;

  private AccountRows() {}

  /**
   * The account with exactly this login; empty where there is none or it is switched off.
   *
   * @param login as it stands in the table, not as a person may type it
   */
  static Optional<Account> enabled(Connection connection, String login) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(ACCOUNT + "where a.login = ? and a.enabled")) {
      statement.setString(1, login);
      return read(statement);
    }
  }

  static Account account(Connection connection, int id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ACCOUNT + "where a.id = ?")) {
      statement.setInt(1, id);
      return read(statement).orElseThrow();
    }
  }

  private static Optional<Account> read(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      return row.next()
          ? Optional.of(
              new Account(
                  row.getInt("id"),
                  row.getString("login"),
                  row.getString("full_name"),
                  row.getString("post"),
                  roles(row.getArray("roles")),
                  row.getBoolean("whole_city"),
                  Set.of((Integer[]) row.getArray("scope").getArray())))
          : Optional.empty();
    }
  }

  private static Set<Role> roles(Array roles) throws SQLException {
    return Stream.of((String[]) roles.getArray()).map(Role::valueOf).collect(Collectors.toSet());
  }
}
