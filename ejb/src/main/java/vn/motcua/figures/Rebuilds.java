package vn.motcua.figures;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;

/**
 * The door to rebuilds (dựng lại số liệu). What is shown stays as it is until the new generation is
 * equal to the referee's recount of every dataset.
 */
@Stateless
public class Rebuilds {

  /** The newest ones that are listed. */
  public static final int MOST = 20;

  private static final int LONGEST_REASON = 500;

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;

  public Rebuilds() {}

  /** For use without a container. */
  Rebuilds(DataSource database, Access access, AuditTrail trail) {
    this.database = database;
    this.access = access;
    this.trail = trail;
  }

  /** Asks for a rebuild that is shown as soon as it is equal. Role: administrator. */
  public Rebuild begin(String reason) {
    return begin(reason, false);
  }

  /**
   * Asks for a rebuild. Role: administrator.
   *
   * @param asks whether it waits for {@link #confirm} before it is shown
   * @throws RebuildFailure.Running where one is running
   */
  public Rebuild begin(String reason, boolean asks) {
    Account administrator = access.require(Role.ADMINISTRATOR);
    String why = reason == null ? "" : Normalizer.normalize(reason, Normalizer.Form.NFC).strip();
    if (why.isEmpty() || why.length() > LONGEST_REASON || why.indexOf('\0') >= 0) {
      throw new RebuildFailure.NoReason(LONGEST_REASON);
    }
    try (Connection connection = database.getConnection()) {
      Rebuild begun = RebuildLedger.request(connection, why, asks, administrator.login());
      trail.record(
          "rebuild.begin",
          "rebuild " + begun.id(),
          Map.of("generation", String.valueOf(begun.generation()), "reason", why));
      return begun;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The newest {@value #MOST}, with their progress. Roles: administrator, auditor. */
  public List<Rebuild> list() {
    access.require(Role.ADMINISTRATOR, Role.AUDITOR);
    try (Connection connection = database.getConnection()) {
      return RebuildLedger.newest(connection, MOST);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Says yes to one that is equal and waits: it is compared once more and then shown. Role:
   * administrator.
   *
   * @throws RebuildFailure.NotAgreed where it does not wait for that
   */
  public void confirm(long id) {
    Account administrator = access.require(Role.ADMINISTRATOR);
    try (Connection connection = database.getConnection()) {
      if (!RebuildLedger.confirm(connection, id, administrator.login())) {
        throw new RebuildFailure.NotAgreed(id);
      }
      trail.record("rebuild.confirm", "rebuild " + id, Map.of());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Ends it; what is shown stays. Role: administrator.
   *
   * @throws RebuildFailure.NotRunning where it has ended, or there is none
   */
  public void cancel(long id) {
    access.require(Role.ADMINISTRATOR);
    try (Connection connection = database.getConnection()) {
      if (!RebuildLedger.cancel(connection, id)) {
        throw new RebuildFailure.NotRunning(id);
      }
      trail.record("rebuild.cancel", "rebuild " + id, Map.of());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
