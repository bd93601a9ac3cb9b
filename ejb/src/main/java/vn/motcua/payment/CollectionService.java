package vn.motcua.payment;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.database.StoredText;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;

/**
 * Taking money (thu phí, lệ phí): the whole of a request at once, with a numbered receipt in the
 * same transaction.
 */
@Stateless
public class CollectionService {

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @Inject private InstantSource clock;

  public CollectionService() {}

  /** For use without a container. */
  public CollectionService(
      DataSource database, Access access, AuditTrail trail, InstantSource clock) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * Takes what a request asks for.
   *
   * @param counter the desk, as "Quầy 3"; its closing of the day counts the money
   * @return the id of the receipt
   * @throws PaymentFailure.RequestOver where a later assessment took its place
   * @throws PaymentFailure.AlreadyPaid where it is paid
   * @throws PaymentFailure.DayClosed where the counter's day is closed and it is cash
   */
  public long collect(long requestId, PaymentMethod method, String counter, Payer payer) {
    access.require(Role.CLERK, Role.BRANCH_DIRECTOR);
    try (Connection connection = database.getConnection()) {
      PaidDossier dossier = PaidDossier.locked(connection, dossierOf(connection, requestId));
      Account caller =
          access.requireAt(dossier.placeFor(access.scope()), Role.CLERK, Role.BRANCH_DIRECTOR);
      String desk = StoredText.line(counter);
      if (method == null) {
        throw new PaymentFailure.Missing("method");
      }
      if (desk.isEmpty()) {
        throw new PaymentFailure.Missing("counter");
      }
      if (payer.name().isEmpty()) {
        throw new PaymentFailure.Missing("payer");
      }
      long amount = payable(connection, requestId);
      Instant now = clock.instant();
      CounterDay day =
          new CounterDay(
              dossier.datasetId(),
              dossier.branchId(),
              desk,
              now.atZone(PaidDossier.ZONE).toLocalDate());
      if (method == PaymentMethod.CASH) {
        day.holdOpen(connection);
      }
      long payment = pay(connection, requestId, day, method, amount, now, caller.login());
      long receipt =
          new ReceiptBook(connection)
              .issue(dossier.datasetId(), dossier.branchId(), payment, payer, now, caller.login());
      trail.record(
          "payment.collect",
          "dossier " + dossier.id(),
          Map.of(
              "amount", Long.toString(amount),
              "method", method.name(),
              "receipt", Long.toString(receipt)));
      return receipt;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long dossierOf(Connection connection, long requestId) throws SQLException {
    return Query.of(connection, "select dossier_id from payment_request where id = ?", requestId)
        .first(row -> row.getLong(1))
        .orElseThrow(() -> new PaymentFailure.Unknown(requestId));
  }

  /** The dossier's lock is held: nobody pays or assesses it at the same time. */
  private static long payable(Connection connection, long requestId) throws SQLException {
    record Asked(long amount, boolean over, boolean paid) {}
    Asked asked =
        Query.of(
                connection,
                """
                select r.amount, r.cancelled_at is not null as over,
                  exists (select 1 from payment p
                          where p.request_id = r.id and p.voided_at is null) as paid
                from payment_request r where r.id = ?""",
                requestId)
            .first(row -> new Asked(row.getLong(1), row.getBoolean(2), row.getBoolean(3)))
            .orElseThrow();
    if (asked.over()) {
      throw new PaymentFailure.RequestOver();
    }
    if (asked.paid()) {
      throw new PaymentFailure.AlreadyPaid();
    }
    return asked.amount();
  }

  static long pay(
      Connection connection,
      long requestId,
      CounterDay day,
      PaymentMethod method,
      long amount,
      Instant now,
      String login)
      throws SQLException {
    return Query.of(
            connection,
            """
            insert into payment
              (request_id, dataset_id, branch_id, counter, method, amount, day, taken_at, taken_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""",
            requestId,
            day.datasetId(),
            day.branchId(),
            day.counter(),
            method,
            amount,
            day.day(),
            now,
            login)
        .first(row -> row.getLong(1))
        .orElseThrow();
  }
}
