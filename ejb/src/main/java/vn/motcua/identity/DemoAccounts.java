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
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.organisation.OrganisationDirectory;

/**
 * The accounts and invented citizens of the demo (property {@code motcua.demo}, environment {@code
 * MOTCUA_DEMO}). Passwords are made at the first start and kept; where the demo is off they are
 * forgotten and the accounts are switched off.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DemoAccounts {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final long LOCK = 0x6d6f7463756164L;
  private static final long STAFF_SEED = 20_240_701;
  private static final long CITIZEN_SEED = 20_250_701;
  private static final int CITIZENS = 500;

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @Inject private InstantSource clock;

  @Inject
  @ConfigProperty(name = "motcua.demo", defaultValue = "false")
  private boolean demo;

  private final PasswordHash passwords;
  private final PasswordMaker maker = new PasswordMaker();

  public DemoAccounts() {
    passwords = new PasswordHash();
  }

  /** For use without a container. */
  DemoAccounts(DataSource database, InstantSource clock, boolean demo, PasswordHash passwords) {
    this.passwords = passwords;
    this.database = database;
    this.clock = clock;
    this.demo = demo;
  }

  /**
   * Brings the database in step with the mode. Call at start, after the reference data: the posts
   * are in bodies of today. Doing it again changes nothing.
   */
  public void apply() {
    try (Connection connection = database.getConnection()) {
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(false);
      try {
        apply(connection);
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(autoCommit);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The accounts with their passwords, for who runs the demo.
   *
   * @throws IdentityFailure.NoDemo where the demo is off
   */
  public List<DemoAccount> list() {
    if (!demo) {
      throw new IdentityFailure.NoDemo();
    }
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                select a.login, d.password, r.role, s.full_name, s.post
                from demo_account d
                join account a on a.id = d.account_id and a.enabled
                join account_role r on r.account_id = a.id
                join staff s on s.id = a.staff_id
                order by a.id
                """);
        ResultSet row = statement.executeQuery()) {
      List<DemoAccount> accounts = new ArrayList<>();
      while (row.next()) {
        Role role = Role.valueOf(row.getString("role"));
        accounts.add(
            new DemoAccount(
                row.getString("login"),
                row.getString("password"),
                role,
                role.vietnamese(),
                row.getString("full_name"),
                row.getString("post")));
      }
      return accounts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void apply(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
      if (!demo) {
        statement.execute("delete from demo_account");
        statement.execute("delete from demo_person");
        statement.execute("update account set enabled = false where demo");
        return;
      }
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
    InventedPeople staff = new InventedPeople(STAFF_SEED);
    for (DemoPost post : DemoPost.ALL) {
      fill(connection, post, staff.next(), today);
    }
    inventCitizens(connection, today);
  }

  private void fill(Connection connection, DemoPost post, InventedPerson person, LocalDate today)
      throws SQLException {
    Instant now = clock.instant();
    switch (state(connection, post.login())) {
      case MISSING -> {
        int unit = new OrganisationDirectory(database).unit(post.unit(), today).bodyId();
        NewAccount wanted =
            new NewAccount(
                post.login(),
                person.fullName(),
                post.post(),
                unit,
                Set.of(post.role()),
                post.wholeCity(),
                true);
        String password = maker.next();
        new AccountRegister(connection, passwords).create(wanted, password, now);
        show(connection, post.login(), password);
      }
      case FORGOTTEN -> {
        String password = maker.next();
        new AccountRegister(connection, passwords).renew(post.login(), password, now);
        show(connection, post.login(), password);
      }
      case KEPT, NOT_OURS -> {}
    }
  }

  private enum State {
    MISSING,
    /** The demo was off meanwhile: there is an account without a password to show. */
    FORGOTTEN,
    KEPT,
    /** Someone's real account has this login: hands off. */
    NOT_OURS
  }

  private static State state(Connection connection, String login) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select a.demo, d.account_id is not null as shown
            from account a left join demo_account d on d.account_id = a.id where a.login = ?
            """)) {
      statement.setString(1, login);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return State.MISSING;
        }
        if (!row.getBoolean("demo")) {
          return State.NOT_OURS;
        }
        return row.getBoolean("shown") ? State.KEPT : State.FORGOTTEN;
      }
    }
  }

  private static void show(Connection connection, String login, String password)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into demo_account (account_id, password)
            select id, ? from account where login = ?
            """)) {
      statement.setString(1, password);
      statement.setString(2, login);
      statement.executeUpdate();
    }
  }

  private static void inventCitizens(Connection connection, LocalDate today) throws SQLException {
    List<Integer> communes = communes(connection, today);
    if (communes.isEmpty() || haveCitizens(connection)) {
      return;
    }
    InventedPeople people = new InventedPeople(CITIZEN_SEED);
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into demo_person
              (full_name, birth_date, female, national_id, phone, commune_id, search_text)
            values (?, ?, ?, ?, ?, ?, fold(?))
            """)) {
      for (int i = 0; i < CITIZENS; i++) {
        InventedPerson person = people.next();
        statement.setString(1, person.fullName());
        statement.setObject(2, person.birthDate());
        statement.setBoolean(3, person.female());
        statement.setString(4, person.nationalId());
        statement.setString(5, person.phone());
        statement.setInt(6, communes.get(i % communes.size()));
        statement.setString(7, person.fullName() + " | " + person.nationalId());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static boolean haveCitizens(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select exists (select 1 from demo_person)")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static List<Integer> communes(Connection connection, LocalDate today)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select coalesce(lineage_id, id) from unit
            where dataset_id = 1 and kind = 'COMMUNE' and valid_from <= ? and valid_to > ?
            order by code
            """)) {
      statement.setObject(1, today);
      statement.setObject(2, today);
      List<Integer> communes = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          communes.add(row.getInt(1));
        }
      }
      return communes;
    }
  }
}
