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

  private AccountRows() {}

  /**
   * The account with exactly this login; empty where there is none or it is switched off.
   *
   * @param login as it stands in the table, not as a person may type it
   */
  static Optional<Account> enabled(Connection connection, String login) throws SQLException {
    int id;
    try (PreparedStatement statement =
        connection.prepareStatement("select id from account where login = ? and enabled")) {
      statement.setString(1, login);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        id = row.getInt(1);
      }
    }
    return Optional.of(account(connection, id));
  }

  static Account account(Connection connection, int id) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select a.id, a.login, s.full_name, s.post, a.whole_city,
              array(select role from account_role where account_id = a.id) as roles,
              array(select unit_id from account_scope where account_id = a.id) as scope
            from account a join staff s on s.id = a.staff_id where a.id = ?
            """)) {
      statement.setInt(1, id);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new Account(
            row.getInt("id"),
            row.getString("login"),
            row.getString("full_name"),
            row.getString("post"),
            roles(row.getArray("roles")),
            row.getBoolean("whole_city"),
            Set.of((Integer[]) row.getArray("scope").getArray()));
      }
    }
  }

  private static Set<Role> roles(Array roles) throws SQLException {
    return Stream.of((String[]) roles.getArray()).map(Role::valueOf).collect(Collectors.toSet());
  }
}
