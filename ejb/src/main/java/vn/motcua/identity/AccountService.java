package vn.motcua.identity;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;

/**
 * Checks who signs in. Runs outside a caller's transaction: a wrong password must be counted even
 * where the caller rolls back.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccountService {

  /** A hash that no password has, so that an unknown login takes as long as a wrong password. */
  private static final String NOBODY = new PasswordHash().of("\uffff".toCharArray());

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @Inject private InstantSource clock;
  @Inject private RecentSignIns recent;
  private final SignInPolicy policy;
  private final PasswordHash passwords;

  public AccountService() {
    policy = SignInPolicy.STANDARD;
    passwords = new PasswordHash();
  }

  /** For use without a container. */
  public AccountService(
      DataSource database, InstantSource clock, RecentSignIns recent, SignInPolicy policy) {
    this(database, clock, recent, policy, new PasswordHash());
  }

  AccountService(
      DataSource database,
      InstantSource clock,
      RecentSignIns recent,
      SignInPolicy policy,
      PasswordHash passwords) {
    this.passwords = passwords;
    this.database = database;
    this.clock = clock;
    this.recent = recent;
    this.policy = policy;
  }

  /**
   * Checks a login and password. Each check of a wrong password counts before it is computed, so
   * that guesses sent at once count too. A right password sets the count back to none.
   *
   * @param login in any case
   * @param password not kept
   * @param address of the caller, for the record; may be empty
   */
  public SignIn verify(String login, char[] password, String address) {
    Instant now = clock.instant();
    try (Connection connection = database.getConnection()) {
      Optional<Credentials> found = credentials(connection, login);
      if (found.isEmpty()) {
        passwords.matches(password, NOBODY);
        record(connection, now, null, "UNKNOWN_LOGIN", address);
        return new SignIn.Refused();
      }
      return verify(connection, found.get(), password, address, now);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The account of a login that is already signed in; empty where it is unknown or switched off.
   *
   * @param login as the account has it
   */
  public Optional<Account> find(String login) {
    try (Connection connection = database.getConnection()) {
      return AccountRows.enabled(connection, login, clock.instant());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private SignIn verify(
      Connection connection, Credentials known, char[] password, String address, Instant now)
      throws SQLException {
    if (known.lockedAt(now)) {
      passwords.matches(password, NOBODY);
      record(connection, now, known.id(), "LOCKED", address);
      return new SignIn.Locked(known.lockedUntil());
    }
    if (!known.enabled()) {
      passwords.matches(password, NOBODY);
      record(connection, now, known.id(), "DISABLED", address);
      return new SignIn.Refused();
    }
    if (recent.knows(password, known.passwordHash(), now)) {
      return accept(connection, known, address, now);
    }
    synchronized (recent.turnOf(known.id())) {
      return compute(connection, known, password, address, now);
    }
  }

  /**
   * One at a time for an account: a program whose requests all come at once with the right password
   * would else use up the attempts before the first of them was found right.
   */
  private SignIn compute(
      Connection connection, Credentials known, char[] password, String address, Instant now)
      throws SQLException {
    if (recent.knows(password, known.passwordHash(), now)) {
      return accept(connection, known, address, now);
    }
    Instant lockedUntil = countAttempt(connection, known.id(), now);
    if (lockedUntil == null) {
      passwords.matches(password, NOBODY);
      record(connection, now, known.id(), "LOCKED", address);
      return new SignIn.Locked(now.plus(policy.lock()));
    }
    if (passwords.matches(password, known.passwordHash())) {
      forgetAttempts(connection, known.id());
      recent.keep(password, strengthened(connection, known, password), now);
      return accept(connection, known, address, now);
    }
    record(connection, now, known.id(), "WRONG_PASSWORD", address);
    return lockedUntil.isAfter(now) ? new SignIn.Locked(lockedUntil) : new SignIn.Refused();
  }

  /**
   * Only now is the password at hand to be hashed as strongly as new ones are.
   *
   * @return the hash that the account has from now on
   */
  private String strengthened(Connection connection, Credentials known, char[] password)
      throws SQLException {
    if (!passwords.weaker(known.passwordHash())) {
      return known.passwordHash();
    }
    String stronger = passwords.of(password);
    try (PreparedStatement statement =
        connection.prepareStatement(
            "update account set password_hash = ? where id = ? and password_hash = ?")) {
      statement.setString(1, stronger);
      statement.setInt(2, known.id());
      statement.setString(3, known.passwordHash());
      return statement.executeUpdate() == 1 ? stronger : known.passwordHash();
    }
  }

  private SignIn accept(Connection connection, Credentials known, String address, Instant now)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            update account set last_sign_in_at = ?
            where id = ? and (last_sign_in_at is null or last_sign_in_at <= ?)
            """)) {
      statement.setObject(1, utc(now));
      statement.setInt(2, known.id());
      statement.setObject(3, utc(now.minus(policy.newSignInAfter())));
      if (statement.executeUpdate() == 1) {
        record(connection, now, known.id(), "ACCEPTED", address);
      }
    }
    return new SignIn.Accepted(AccountRows.account(connection, known.id(), now));
  }

  /**
   * Counts an attempt and locks at the last one allowed. A lock that has run out gives a fresh
   * count.
   *
   * @return until when this attempt, if wrong, locks the account: now if it does not; null where
   *     others have used up the attempts meanwhile
   */
  private Instant countAttempt(Connection connection, int account, Instant now)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            with counted as (
              select id, case when locked_until <= ? then 1 else failed_attempts + 1 end as attempts
              from account
              where id = ? and (locked_until is null or locked_until <= ?)
              for update)
            update account a set failed_attempts = c.attempts,
              locked_until = case when c.attempts >= ? then ?::timestamptz end
            from counted c where c.id = a.id
            returning a.locked_until
            """)) {
      statement.setObject(1, utc(now));
      statement.setInt(2, account);
      statement.setObject(3, utc(now));
      statement.setInt(4, policy.attempts());
      statement.setObject(5, utc(now.plus(policy.lock())));
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return null;
        }
        OffsetDateTime until = row.getObject(1, OffsetDateTime.class);
        return until == null ? now : until.toInstant();
      }
    }
  }

  private static void forgetAttempts(Connection connection, int account) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "update account set failed_attempts = 0, locked_until = null where id = ?")) {
      statement.setInt(1, account);
      statement.executeUpdate();
    }
  }

  private static void record(
      Connection connection, Instant at, Integer account, String outcome, String address)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into sign_in_attempt (at, account_id, outcome, address) values (?, ?, ?, ?)")) {
      statement.setObject(1, utc(at));
      statement.setObject(2, account, Types.INTEGER);
      statement.setString(3, outcome);
      statement.setString(4, address);
      statement.executeUpdate();
    }
  }

  private record Credentials(int id, String passwordHash, boolean enabled, Instant lockedUntil) {
    boolean lockedAt(Instant now) {
      return lockedUntil != null && lockedUntil.isAfter(now);
    }
  }

  private static Optional<Credentials> credentials(Connection connection, String login)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select id, password_hash, enabled, locked_until from account where login = ?")) {
      statement.setString(
          1,
          Normalizer.normalize(login, Normalizer.Form.NFC)
              .strip()
              .toLowerCase(Locale.ROOT)
              .replace("\0", ""));
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        OffsetDateTime until = row.getObject("locked_until", OffsetDateTime.class);
        return Optional.of(
            new Credentials(
                row.getInt("id"),
                row.getString("password_hash"),
                row.getBoolean("enabled"),
                until == null ? null : until.toInstant()));
      }
    }
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
