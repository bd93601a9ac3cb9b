package vn.motcua.identity;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads an account with its roles and scope in one query: its own, within what its kind of staff
 * allows, and those of whom it substitutes and where it is seconded on the day.
 */
final class AccountRows {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final String ACCOUNT =
      """
      select a.id, a.login, s.full_name, s.post,
        (select bool_or(o.whole_city) from account o where o.id = any (r.ids)) as whole_city,
        array(select distinct g.role from account_role g
              where g.account_id = any (r.ids) and kind_allows(s.kind, g.role)) as roles,
        array(select unit_id from account_scope where account_id = any (r.ids)
              union select unit_id from secondment where account_id = any (r.ids)
                and valid_from <= asked.day and valid_to > asked.day) as scope
      from (select ?::date as day) asked
      cross join account a join staff s on s.id = a.staff_id
      cross join lateral (
        select array_agg(id) as ids from (
          select a.id
          union select t.absent_id from substitution t
            join account absent on absent.id = t.absent_id
            where t.substitute_id = a.id and t.valid_from <= asked.day
              and t.valid_to > asked.day) own) r
      """;

  private AccountRows() {}

  /**
   * The account with exactly this login; empty where there is none or it is switched off.
   *
   * @param now the moment at which it counts
   * @param login as it stands in the table, not as a person may type it
   */
  static Optional<Account> enabled(Connection connection, String login, Instant now)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(ACCOUNT + "where a.login = ? and a.enabled")) {
      statement.setObject(1, LocalDate.ofInstant(now, ZONE));
      statement.setString(2, login);
      return read(statement);
    }
  }

  static Account account(Connection connection, int id, Instant now) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ACCOUNT + "where a.id = ?")) {
      statement.setObject(1, LocalDate.ofInstant(now, ZONE));
      statement.setInt(2, id);
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
