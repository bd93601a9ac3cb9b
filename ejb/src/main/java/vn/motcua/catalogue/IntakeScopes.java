package vn.motcua.catalogue;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;

/**
 * Which branch may receive what on a day (phạm vi tiếp nhận). Since the intake is regardless of
 * residence (phi địa giới) every branch may receive everything, unless a rule with dates says
 * otherwise. The rule that names most decides; of two alike the one that began later.
 */
@Stateless
public class IntakeScopes {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /**
   * A rule; what is empty names every one.
   *
   * @param to the day after the last one; null while it holds
   */
  public record Rule(
      long id,
      String branch,
      String branchName,
      String agency,
      String agencyName,
      String level,
      String channel,
      String procedure,
      String procedureName,
      boolean allowed,
      LocalDate from,
      LocalDate to,
      String document,
      String recordedBy,
      int seen) {}

  /**
   * A rule to be added; what is empty names every one.
   *
   * @param branch code of the body on the first day
   * @param from the first day, after today
   * @param to the last day; null: no end
   */
  public record NewRule(
      String branch,
      String agency,
      String level,
      String channel,
      String procedure,
      boolean allowed,
      LocalDate from,
      LocalDate to,
      String document) {}

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @Inject private InstantSource clock;

  public IntakeScopes() {}

  /** For use without a container. */
  public IntakeScopes(DataSource database, Access access, AuditTrail trail, InstantSource clock) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.clock = clock;
  }

  /** The rules that hold on a day, and those that begin later. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<Rule> rules(LocalDate on) {
    try (Connection connection = database.getConnection()) {
      return new IntakeScopeRows(connection).rules(on);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Whether a branch may receive it on a day.
   *
   * @param branchId of the branch or point, any version
   * @param agencyId of the body that decides, any version
   * @param level PROVINCE or COMMUNE
   * @param channel DIRECT, ONLINE or POST; others are as DIRECT
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public boolean mayReceive(
      int branchId, int agencyId, String level, String channel, int procedureId, LocalDate on) {
    try (Connection connection = database.getConnection()) {
      return mayReceive(connection, branchId, agencyId, level, channel, procedureId, on);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same within a connection at hand. */
  public static boolean mayReceive(
      Connection connection,
      int branchId,
      int agencyId,
      String level,
      String channel,
      int procedureId,
      LocalDate on)
      throws SQLException {
    return new IntakeScopeRows(connection)
        .decides(branchId, agencyId, level, channel, procedureId, on);
  }

  /**
   * Adds a rule.
   *
   * @return its number
   * @throws CatalogueFailure.PastDay where it would hold before tomorrow
   */
  public long add(NewRule rule) {
    Account account = access.require(Role.LEADER, Role.ADMINISTRATOR);
    LocalDate today = today();
    String document = ProcedureSheet.clean(rule.document());
    if (document.isEmpty() || document.length() > 1_000) {
      throw new CatalogueFailure.ReasonMissing();
    }
    if (rule.from() == null || !rule.from().isAfter(today)) {
      throw new CatalogueFailure.PastDay(rule.from() == null ? today : rule.from(), today);
    }
    if (rule.to() != null && rule.to().isBefore(rule.from())) {
      throw new CatalogueFailure.PastDay(rule.to(), rule.from());
    }
    try (Connection connection = database.getConnection()) {
      long id =
          new IntakeScopeRows(connection).add(rule, document, account.login(), clock.instant());
      trail.record(
          "intake-scope.add",
          "intake-scope " + id,
          Map.of(
              "branch",
              text(rule.branch()),
              "procedure",
              text(rule.procedure()),
              "allowed",
              Boolean.toString(rule.allowed()),
              "from",
              rule.from().toString()));
      return id;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Ends a rule: from tomorrow on it holds no more; one that has not begun holds for its first day
   * only.
   *
   * @throws CatalogueFailure.UnknownScope where there is none that still holds
   */
  public void end(long id) {
    Account account = access.require(Role.LEADER, Role.ADMINISTRATOR);
    try (Connection connection = database.getConnection()) {
      int changed =
          Query.of(
                  connection,
                  """
                  update intake_scope set valid_to = greatest(?, valid_from + 1), ended_by = ?,
                    version = version + 1
                  where id = ? and valid_to > greatest(?, valid_from + 1)
                  """,
                  today().plusDays(1),
                  account.login(),
                  id,
                  today().plusDays(1))
              .update();
      if (changed == 0) {
        throw new CatalogueFailure.UnknownScope(id);
      }
      trail.record("intake-scope.end", "intake-scope " + id, Map.of());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }

  private static String text(String typed) {
    return ProcedureSheet.clean(typed);
  }
}
