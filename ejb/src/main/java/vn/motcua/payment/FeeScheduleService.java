package vn.motcua.payment;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.StoredText;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;

/**
 * What procedures cost, and whom it is for, from a day on (biểu phí, lệ phí; đơn vị thụ hưởng).
 * Nothing is rewritten: a change closes what was and opens what is next; assessments keep theirs.
 */
@Stateless
public class FeeScheduleService {

  /**
   * A fee of a procedure.
   *
   * @param channel DIRECT, ONLINE, POST; null: every channel
   * @param amount in đồng, 0 only where the basis says that it is free; null: set elsewhere ("theo
   *     HĐND") and asked for each time
   * @param beneficiary code of whom it is for
   */
  public record Scheduled(
      String procedure,
      FeeKind kind,
      String name,
      String channel,
      Long amount,
      String legalBasis,
      String beneficiary,
      LocalDate from) {}

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;

  public FeeScheduleService() {}

  /** For use without a container. */
  public FeeScheduleService(DataSource database, Access access, AuditTrail trail) {
    this.database = database;
    this.access = access;
    this.trail = trail;
  }

  /**
   * Sets a fee of the city's procedure from a day on; one of the same kind, name and channel ends
   * there.
   *
   * @throws PaymentFailure where the procedure or the beneficiary is not known, or something is
   *     missing
   */
  public void define(Scheduled fee) {
    Account caller = access.require(Role.ADMINISTRATOR);
    try (Connection connection = database.getConnection()) {
      new FeeScheduleRows(connection).define(fee, caller.login());
      trail.record(
          "payment.define-fee",
          "procedure " + fee.procedure(),
          Map.of(
              "name",
              StoredText.line(fee.name()),
              "amount",
              String.valueOf(fee.amount()),
              "basis",
              StoredText.line(fee.legalBasis()),
              "from",
              fee.from().toString()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Names a beneficiary and its account from a day on; the former of this code ends there.
   *
   * @param taxCode may be empty
   */
  public void name(String code, String name, String taxCode, BankAccount account, LocalDate from) {
    access.require(Role.ADMINISTRATOR);
    try (Connection connection = database.getConnection()) {
      new FeeScheduleRows(connection).name(code, name, taxCode, account, from);
      trail.record(
          "payment.define-beneficiary",
          "fee-beneficiary " + StoredText.line(code),
          Map.of("from", "" + from));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
