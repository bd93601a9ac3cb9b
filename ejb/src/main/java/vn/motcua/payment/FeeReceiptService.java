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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.database.StoredText;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;
import vn.motcua.reports.ReportRenderer;

/**
 * Numbered receipts (biên lai): printed, replaced, cancelled, never deleted.
 *
 * <p>Every method may throw {@link PaymentFailure} and {@link vn.motcua.identity.IdentityFailure};
 * then nothing was written.
 */
@Stateless
public class FeeReceiptService {

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

  public FeeReceiptService() {}

  /** For use without a container. */
  public FeeReceiptService(
      DataSource database, Access access, AuditTrail trail, InstantSource clock) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.clock = clock;
    issuer = "Trung tâm Phục vụ hành chính công";
    place = "Hà Nội";
  }

  private record Held(
      long id,
      long paymentId,
      long dossierId,
      int datasetId,
      int branchId,
      boolean issued,
      boolean confirmed,
      PaymentMethod method,
      CounterDay day) {}

  /** The receipt as PDF/A; names its payer, so the reading is audited. */
  public byte[] pdf(long receiptId) {
    access.require(Role.CLERK, Role.BRANCH_DIRECTOR);
    try (Connection connection = database.getConnection()) {
      Held held = held(connection, receiptId);
      PaidDossier paid = PaidDossier.of(connection, held.dossierId());
      access.requireAt(
          held.branchId() == paid.branchId() ? paid.placeFor(access.scope()) : held.branchId(),
          Role.CLERK,
          Role.BRANCH_DIRECTOR);
      trail.readPersonalData("fee-receipt " + receiptId, "fee-receipt");
      return Renderer.INSTANCE.pdf(new PrintedReceipt(connection, issuer, place).sheet(receiptId));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Issues another receipt for the same payment, with the payer put right. The amount stays.
   *
   * @return the id of the new receipt
   * @throws PaymentFailure.ReceiptOver where it was replaced or cancelled meanwhile
   */
  public long replace(long receiptId, Payer payer, String reason) {
    access.require(Role.CLERK, Role.BRANCH_DIRECTOR);
    try (Connection connection = database.getConnection()) {
      Held held = lock(connection, receiptId);
      Account caller = access.requireAt(held.branchId(), Role.CLERK, Role.BRANCH_DIRECTOR);
      String why = reason(reason);
      if (payer.name().isEmpty()) {
        throw new PaymentFailure.Missing("payer");
      }
      Instant now = clock.instant();
      end(connection, held, PaymentFile.ReceiptState.REPLACED, why, now, caller);
      long next =
          new ReceiptBook(connection)
              .issue(
                  held.datasetId(), held.branchId(), held.paymentId(), payer, now, caller.login());
      Query.of(connection, "update fee_receipt set replaced_by = ? where id = ?", next, receiptId)
          .update();
      trail.record(
          "payment.replace-receipt",
          "fee-receipt " + receiptId,
          Map.of("by", Long.toString(next), "reason", why));
      return next;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Cancels a receipt that was issued in error, and with it the payment: nothing was paid. While
   * the counter's day is open, and for a transfer while no statement has confirmed it; later the
   * money goes back by a refund. For the branch's director.
   *
   * @throws PaymentFailure.DayClosed where the cash of the day is counted
   * @throws PaymentFailure.AlreadyPaid where the bank has the money
   */
  public void cancel(long receiptId, String reason) {
    access.require(Role.BRANCH_DIRECTOR);
    try (Connection connection = database.getConnection()) {
      Held held = lock(connection, receiptId);
      Account caller = access.requireAt(held.branchId(), Role.BRANCH_DIRECTOR);
      String why = reason(reason);
      if (held.method() == PaymentMethod.CASH) {
        held.day().holdOpen(connection);
      } else if (held.confirmed()) {
        throw new PaymentFailure.AlreadyPaid();
      }
      boolean refunding =
          Query.of(
                  connection,
                  "select 1 from refund where payment_id = ? and state <> 'REJECTED' limit 1",
                  held.paymentId())
              .first(row -> true)
              .isPresent();
      if (refunding) {
        throw new PaymentFailure.RefundState();
      }
      Instant now = clock.instant();
      end(connection, held, PaymentFile.ReceiptState.CANCELLED, why, now, caller);
      Query.of(
              connection,
              "update payment set voided_at = ?, void_reason = ? where id = ?",
              now,
              why,
              held.paymentId())
          .update();
      trail.record("payment.cancel-receipt", "fee-receipt " + receiptId, Map.of("reason", why));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String reason(String typed) {
    String reason = StoredText.line(typed);
    if (reason.isEmpty()) {
      throw new PaymentFailure.Missing("reason");
    }
    return reason;
  }

  private static void end(
      Connection connection,
      Held held,
      PaymentFile.ReceiptState state,
      String reason,
      Instant now,
      Account caller)
      throws SQLException {
    if (!held.issued()) {
      throw new PaymentFailure.ReceiptOver();
    }
    Query.of(
            connection,
            """
            update fee_receipt set state = ?, reason = ?, changed_at = ?, changed_by = ?
            where id = ?""",
            state,
            reason,
            now,
            caller.login(),
            held.id())
        .update();
  }

  /** Under the dossier's lock, as everything that moves its money. */
  private static Held lock(Connection connection, long receiptId) throws SQLException {
    PaidDossier.locked(connection, held(connection, receiptId).dossierId());
    return held(connection, receiptId);
  }

  private static Held held(Connection connection, long receiptId) throws SQLException {
    return Query.of(
            connection,
            """
            select f.id, f.payment_id, f.dataset_id, f.branch_id, f.state, r.dossier_id, p.method,
              p.counter, p.day,
              exists (select 1 from bank_line l
                      where l.payment_id = p.id and l.verdict = 'MATCHED') as confirmed
            from fee_receipt f
            join payment p on p.id = f.payment_id
            join payment_request r on r.id = p.request_id
            where f.id = ?""",
            receiptId)
        .first(
            row ->
                new Held(
                    row.getLong("id"),
                    row.getLong("payment_id"),
                    row.getLong("dossier_id"),
                    row.getInt("dataset_id"),
                    row.getInt("branch_id"),
                    row.getString("state").equals("ISSUED"),
                    row.getBoolean("confirmed"),
                    PaymentMethod.valueOf(row.getString("method")),
                    new CounterDay(
                        row.getInt("dataset_id"),
                        row.getInt("branch_id"),
                        row.getString("counter"),
                        row.getObject("day", java.time.LocalDate.class))))
        .orElseThrow(() -> new PaymentFailure.Unknown(receiptId));
  }
}
