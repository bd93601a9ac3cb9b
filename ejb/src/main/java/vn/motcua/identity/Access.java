package vn.motcua.identity;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.organisation.OrganisationDirectory;

/**
 * The one place that knows who calls, and what they may. Services ask it first, before they read or
 * write anything. Accounts are looked up every time: one that is switched off may do nothing from
 * then on, though its session lives. Every refusal is written to the audit trail, whatever becomes
 * of the caller's transaction, which a refusal rolls back.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Access {

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private OrganisationDirectory organisation;
  @EJB private AuditTrail trail;
  @Inject private InstantSource clock;
  @Inject private RecentScopes scopes;
  @Resource private SessionContext context;
  private final Supplier<String> login;

  public Access() {
    login = () -> context.getCallerPrincipal().getName();
  }

  /**
   * For use without a container.
   *
   * @param login of who calls, asked anew each time
   */
  public Access(DataSource database, InstantSource clock, Supplier<String> login) {
    this.database = database;
    this.clock = clock;
    this.login = login;
    organisation = new OrganisationDirectory(database);
    trail = new AuditTrail(database, clock, login);
    scopes = new RecentScopes();
  }

  /**
   * The account that is signed in.
   *
   * @throws IdentityFailure.NotSignedIn where nobody is, or the account was switched off
   */
  public Account current() {
    try (Connection connection = database.getConnection()) {
      return AccountRows.enabled(connection, login.get(), clock.instant())
          .orElseThrow(IdentityFailure.NotSignedIn::new);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The account that is signed in, if it has one of the roles.
   *
   * @throws IdentityFailure.NotSignedIn where nobody is
   * @throws IdentityFailure.NotAllowed where it has none of them
   */
  public Account require(Role... anyOf) {
    Account account = current();
    if (Arrays.stream(anyOf).noneMatch(account.roles()::contains)) {
      trail.recordApart("access.refused", "", Map.of("required", names(anyOf)));
      throw new IdentityFailure.NotAllowed(told(anyOf));
    }
    return account;
  }

  /**
   * The account that is signed in, if it has one of the roles and the body lies in its scope.
   *
   * @param unitId of a body or of any of its versions
   * @throws IdentityFailure.NotSignedIn where nobody is
   * @throws IdentityFailure.NotAllowed where it has none of the roles
   * @throws IdentityFailure.OutOfScope where the body is another's
   */
  public Account requireAt(int unitId, Role... anyOf) {
    Account account = require(anyOf);
    if (!scope(account).includes(unitId)) {
      trail.recordApart("access.out-of-scope", "unit " + unitId, Map.of("required", names(anyOf)));
      throw new IdentityFailure.OutOfScope();
    }
    return account;
  }

  /**
   * Refuses post staff (nhân viên bưu chính) what the role of a clerk would allow them: they guide,
   * receive and return only. The role, and the scope, are asked for beside.
   *
   * @throws IdentityFailure.NotSignedIn where nobody is
   * @throws IdentityFailure.NotForPostStaff where the caller is employed as such, whomever he
   *     substitutes
   */
  public void refusePostStaff() {
    Account account = current();
    try (Connection connection = database.getConnection()) {
      boolean post =
          Query.of(
                  connection,
                  """
                  select 1 from account a join staff s on s.id = a.staff_id
                  where a.id = ? and s.kind = 'POST_STAFF'""",
                  account.id())
              .first(row -> true)
              .orElse(false);
      if (post) {
        trail.recordApart("access.refused", "", Map.of("kind", "POST_STAFF"));
        throw new IdentityFailure.NotForPostStaff();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The bodies that the account that is signed in may see.
   *
   * @throws IdentityFailure.NotSignedIn where nobody is
   */
  public Scope scope() {
    return scope(current());
  }

  private Scope scope(Account account) {
    return scopes.of(account, clock.instant(), organisation::versionsWithin);
  }

  private static String names(Role... roles) {
    return Arrays.stream(roles).map(Enum::name).sorted().collect(Collectors.joining(","));
  }

  private static Set<Role> told(Role... roles) {
    EnumSet<Role> told = EnumSet.noneOf(Role.class);
    told.addAll(Arrays.asList(roles));
    return told;
  }
}
