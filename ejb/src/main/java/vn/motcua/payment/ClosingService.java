package vn.motcua.payment;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.database.StoredText;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;
import vn.motcua.identity.Scope;
import vn.motcua.reports.ReportRenderer;

/**
 * The closing of a counter's day (chốt ngày): counted against what the system says; what differs
 * needs a reason; a closed day takes and gives no cash any more.
 *
 * <p>Every method may throw {@link PaymentFailure} and {@link vn.motcua.identity.IdentityFailure};
 * then nothing was written.
 */
@Stateless
public class ClosingService {

  /** The city's own. A demo's day is never closed. */
  private static final int CITY = 1;

  /** Costs a layout to load. */
  private static final class Renderer {
    static final ReportRenderer INSTANCE = new ReportRenderer();
  }

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @Inject private InstantSource clock;

  @Inject
  @ConfigProperty(name = "motcua.report.issuer", defaultValue = "Trung tâm Phục vụ hành chính công")
  private String issuer;

  @Inject
  @ConfigProperty(name = "motcua.report.place", defaultValue = "Hà Nội")
  private String place;

  public ClosingService() {}

  /** For use without a container. */
  public ClosingService(DataSource database, Access access, AuditTrail trail, InstantSource clock) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.clock = clock;
    issuer = "Trung tâm Phục vụ hành chính công";
    place = "Hà Nội";
  }

  /** A body with counters. */
  public record Branch(int id, String name) {}

  /** The bodies whose counters the caller may close. */
  public List<Branch> branches() {
    access.require(Role.CLERK, Role.BRANCH_DIRECTOR);
    Scope scope = access.scope();
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              """
              select id, name from unit
              where dataset_id = ? and kind in ('BRANCH', 'POINT') and valid_to = 'infinity'
                and (? or id = any (cast(? as integer[]))) order by name, id""",
              CITY,
              scope.wholeCity(),
              scope.unitIds().stream().sorted().toList())
          .list(row -> new Branch(row.getInt(1), row.getString(2)));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Today in the city. */
  public LocalDate today() {
    return clock.instant().atZone(PaidDossier.ZONE).toLocalDate();
  }

  /**
   * What the system says of a counter's day so far.
   *
   * @param clerk login; null or empty: the caller
   */
  public DayClosing.Expected expected(int branchId, String counter, LocalDate day, String clerk) {
    Account caller = access.requireAt(branchId, Role.CLERK, Role.BRANCH_DIRECTOR);
    try (Connection connection = database.getConnection()) {
      return new ClosingRows(connection)
          .expected(
              new CounterDay(CITY, branchId, StoredText.line(counter), day),
              clerk == null || clerk.isBlank() ? caller.login() : clerk);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Closes a counter's day. A clerk closes his own, a director anybody's.
   *
   * @return the closing's number
   * @throws PaymentFailure.DifferenceUnexplained where counts differ and no reason is given
   * @throws PaymentFailure.DayClosed where it is closed already
   */
  public long close(int branchId, DayClosing counted) {
    Account caller = access.requireAt(branchId, Role.CLERK, Role.BRANCH_DIRECTOR);
    String clerk = counted.clerk().isEmpty() ? caller.login() : counted.clerk();
    if (!clerk.equals(caller.login())) {
      access.requireAt(branchId, Role.BRANCH_DIRECTOR);
    }
    check(counted);
    try (Connection connection = database.getConnection()) {
      CounterDay day = new CounterDay(CITY, branchId, counted.counter(), counted.day());
      day.lock(connection);
      ClosingRows rows = new ClosingRows(connection);
      DayClosing.Expected expected = rows.expected(day, clerk);
      if (!expected.agreesWith(counted) && counted.reason().isEmpty()) {
        throw new PaymentFailure.DifferenceUnexplained();
      }
      Instant now = clock.instant();
      Query.of(
              connection,
              """
              update counter_day set closed = true
              where dataset_id = ? and branch_id = ? and counter = ? and day = ?""",
              CITY,
              branchId,
              counted.counter(),
              counted.day())
          .update();
      long id = rows.write(day, clerk, expected, counted, now, caller.login());
      trail.record(
          "payment.close-day",
          "counter-close " + id,
          Map.of(
              "branch", Integer.toString(branchId),
              "counter", counted.counter(),
              "day", counted.day().toString(),
              "cashExpected", Long.toString(expected.cash()),
              "cashCounted", Long.toString(counted.cash())));
      return id;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The sheet of a closing (phiếu chốt ngày) as PDF/A. */
  public byte[] sheet(long closingId) {
    access.require(Role.CLERK, Role.BRANCH_DIRECTOR);
    try (Connection connection = database.getConnection()) {
      int branch =
          Query.of(connection, "select branch_id from counter_close where id = ?", closingId)
              .first(row -> row.getInt(1))
              .orElseThrow(() -> new PaymentFailure.Unknown(closingId));
      access.requireAt(branch, Role.CLERK, Role.BRANCH_DIRECTOR);
      return Renderer.INSTANCE.pdf(new ClosingSheet(connection, issuer, place).sheet(closingId));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void check(DayClosing counted) {
    if (counted.counter().isEmpty()) {
      throw new PaymentFailure.Missing("counter");
    }
    if (counted.day() == null || counted.day().isAfter(today())) {
      throw new PaymentFailure.Missing("day");
    }
    if (counted.shelf().isEmpty() || counted.bagSeal().isEmpty()) {
      throw new PaymentFailure.Missing("shelf");
    }
    if (counted.received() < 0 || counted.papers() < 0 || counted.returned() < 0) {
      throw new PaymentFailure.BadAmount(counted.counter(), -1);
    }
    if (Math.abs(counted.cash()) > FeeEntry.LARGEST) {
      throw new PaymentFailure.BadAmount(counted.counter(), counted.cash());
    }
  }
}
