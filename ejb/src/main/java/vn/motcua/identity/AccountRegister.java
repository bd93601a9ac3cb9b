package vn.motcua.identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Writes accounts. The caller owns the transaction. */
final class AccountRegister {

  private final Connection connection;
  private final PasswordHash passwords;

  AccountRegister(Connection connection, PasswordHash passwords) {
    this.connection = connection;
    this.passwords = passwords;
  }

  /** Makes the person and the account; returns the account's id. */
  int create(NewAccount wanted, String password, Instant now) throws SQLException {
    OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
    int account;
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            with person as (
              insert into staff (dataset_id, full_name, post, unit_id, invented)
              values (1, ?, ?, ?, ?) returning id)
            insert into account
              (login, staff_id, password_hash, demo, whole_city, created_at, password_changed_at)
            select ?, id, ?, ?, ?, ?, ? from person
            returning id
            """)) {
      statement.setString(1, wanted.fullName());
      statement.setString(2, wanted.post());
      statement.setInt(3, wanted.unitId());
      statement.setBoolean(4, wanted.demo());
      statement.setString(5, wanted.login());
      statement.setString(6, passwords.of(password.toCharArray()));
      statement.setBoolean(7, wanted.demo());
      statement.setBoolean(8, wanted.wholeCity());
      statement.setObject(9, at);
      statement.setObject(10, at);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        account = row.getInt(1);
      }
    }
    grant(account, wanted);
    return account;
  }

  /** Gives an account a new password and switches it on again. */
  void renew(String login, String password, Instant now) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            update account set password_hash = ?, password_changed_at = ?, enabled = true,
              failed_attempts = 0, locked_until = null
            where login = ?
            """)) {
      statement.setString(1, passwords.of(password.toCharArray()));
      statement.setObject(2, now.atOffset(ZoneOffset.UTC));
      statement.setString(3, login);
      statement.executeUpdate();
    }
  }

  private void grant(int account, NewAccount wanted) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("insert into account_role (account_id, role) values (?, ?)")) {
      for (Role role : wanted.roles()) {
        statement.setInt(1, account);
        statement.setString(2, role.name());
        statement.executeUpdate();
      }
    }
    if (wanted.wholeCity()) {
      return;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into account_scope (account_id, unit_id) values (?, ?)")) {
      statement.setInt(1, account);
      statement.setInt(2, wanted.unitId());
      statement.executeUpdate();
    }
  }
}
