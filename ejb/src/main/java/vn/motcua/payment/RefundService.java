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
 * Giving money back (hoàn trả): one asks with a reason, the director, another person, decides, then
 * it is paid out.
 *
 * <p>Every method may throw {@link PaymentFailure} and {@link vn.motcua.identity.IdentityFailure};
 * then nothing was written.
 */
@Stateless
public class RefundService {

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @Inject private InstantSource clock;

  public RefundService() {}

  /** For use without a container. */
  public RefundService(DataSource database, Access access, AuditTrail trail, InstantSource clock) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.clock = clock;
  }

  private record Paid(long dossierId, int datasetId, int branchId, long amount, boolean voided) {}

  private record Held(
      long paymentId, long amount, PaymentFile.RefundState state, String requestedBy, Paid paid) {}

  /**
   * Asks for money to be given back: somebody says that it was taken wrongly, which post staff have
   * no say in.
   *
   * @param amount in đồng, at least 1, at most what is left of the payment
   * @return the refund's number
   */
  public long request(long paymentId, long amount, String reason) {
    access.require(Role.CLERK, Role.BRANCH_DIRECTOR);
    access.refusePostStaff();
    try (Connection connection = database.getConnection()) {
      Paid paid = locked(connection, paymentId);
      Account caller = access.requireAt(paid.branchId(), Role.CLERK, Role.BRANCH_DIRECTOR);
      String why = StoredText.line(reason);
      if (why.isEmpty()) {
        throw new PaymentFailure.Missing("reason");
      }
      long left =
          Query.of(
                  connection,
                  """
                  select coalesce(sum(amount), 0) from refund
                  where payment_id = ? and state <> 'REJECTED'""",
                  paymentId)
              .first(row -> paid.amount() - row.getLong(1))
              .orElseThrow();
      if (paid.voided() || amount < 1 || amount > left) {
        throw new PaymentFailure.RefundTooLarge(paid.voided() ? 0 : left);
      }
      long id =
          Query.of(
                  connection,
                  """
                  insert into refund (payment_id, amount, reason, requested_at, requested_by)
                  values (?, ?, ?, ?, ?) returning id""",
                  paymentId,
                  amount,
                  why,
                  clock.instant(),
                  caller.login())
              .first(row -> row.getLong(1))
              .orElseThrow();
      trail.record(
          "payment.request-refund",
          "payment " + paymentId,
          Map.of("refund", Long.toString(id), "amount", Long.toString(amount)));
      return id;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Approves or rejects a refund. For the branch's director, who may not have asked for it.
   *
   * @throws PaymentFailure.SamePerson where the caller asked for it
   */
  public void decide(long refundId, boolean approved, String note) {
    // First: post staff read who decides, not to ask for a role that they cannot have.
    access.refusePostStaff();
    access.require(Role.BRANCH_DIRECTOR);
    try (Connection connection = database.getConnection()) {
      Held held = held(connection, refundId);
      Account caller = access.requireAt(held.paid().branchId(), Role.BRANCH_DIRECTOR);
      if (held.requestedBy().equals(caller.login())) {
        throw new PaymentFailure.SamePerson();
      }
      String why = StoredText.line(note);
      if (!approved && why.isEmpty()) {
        throw new PaymentFailure.Missing("reason");
      }
      in(held, PaymentFile.RefundState.REQUESTED);
      Query.of(
              connection,
              """
              update refund set state = ?, decided_at = ?, decided_by = ?, decision_note = ?
              where id = ?""",
              approved ? PaymentFile.RefundState.APPROVED : PaymentFile.RefundState.REJECTED,
              clock.instant(),
              caller.login(),
              why,
              refundId)
          .update();
      trail.record(
          "payment.decide-refund",
          "payment " + held.paymentId(),
          Map.of("refund", Long.toString(refundId), "approved", Boolean.toString(approved)));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Pays an approved refund out. For whoever holds the counter's drawer, post staff too: it was
   * decided by others, and the closing of the day counts it.
   *
   * @param counter whose drawer it comes from; its closing counts it
   */
  public void payOut(long refundId, PaymentMethod method, String counter) {
    access.require(Role.CLERK, Role.BRANCH_DIRECTOR);
    try (Connection connection = database.getConnection()) {
      Held held = held(connection, refundId);
      Account caller = access.requireAt(held.paid().branchId(), Role.CLERK, Role.BRANCH_DIRECTOR);
      String desk = StoredText.line(counter);
      if (method == null || method == PaymentMethod.ONLINE) {
        throw new PaymentFailure.Missing("method");
      }
      if (desk.isEmpty()) {
        throw new PaymentFailure.Missing("counter");
      }
      in(held, PaymentFile.RefundState.APPROVED);
      Instant now = clock.instant();
      LocalDate day = now.atZone(PaidDossier.ZONE).toLocalDate();
      if (method == PaymentMethod.CASH) {
        new CounterDay(held.paid().datasetId(), held.paid().branchId(), desk, day)
            .holdOpen(connection);
      }
      Query.of(
              connection,
              """
              update refund set state = 'PAID', paid_at = ?, paid_by = ?, method = ?, counter = ?,
                day = ?
              where id = ?""",
              now,
              caller.login(),
              method,
              desk,
              day,
              refundId)
          .update();
      trail.record(
          "payment.pay-refund",
          "payment " + held.paymentId(),
          Map.of(
              "refund", Long.toString(refundId),
              "amount", Long.toString(held.amount()),
              "method", method.name()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void in(Held held, PaymentFile.RefundState expected) {
    if (held.state() != expected) {
      throw new PaymentFailure.RefundState();
    }
  }

  /** Under the dossier's lock. */
  private static Held held(Connection connection, long refundId) throws SQLException {
    long payment =
        Query.of(connection, "select payment_id from refund where id = ?", refundId)
            .first(row -> row.getLong(1))
            .orElseThrow(() -> new PaymentFailure.Unknown(refundId));
    Paid paid = locked(connection, payment);
    return Query.of(connection, "select * from refund where id = ?", refundId)
        .first(
            row ->
                new Held(
                    payment,
                    row.getLong("amount"),
                    PaymentFile.RefundState.valueOf(row.getString("state")),
                    row.getString("requested_by"),
                    paid))
        .orElseThrow();
  }

  private static Paid locked(Connection connection, long paymentId) throws SQLException {
    Paid found = paid(connection, paymentId);
    PaidDossier.locked(connection, found.dossierId());
    return paid(connection, paymentId);
  }

  private static Paid paid(Connection connection, long paymentId) throws SQLException {
    return Query.of(
            connection,
            """
            select r.dossier_id, p.dataset_id, p.branch_id, p.amount, p.voided_at is not null
            from payment p join payment_request r on r.id = p.request_id where p.id = ?""",
            paymentId)
        .first(
            row ->
                new Paid(
                    row.getLong(1),
                    row.getInt(2),
                    row.getInt(3),
                    row.getLong(4),
                    row.getBoolean(5)))
        .orElseThrow(() -> new PaymentFailure.Unknown(paymentId));
  }
}
