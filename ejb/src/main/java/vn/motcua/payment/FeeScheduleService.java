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
import vn.motcua.database.Query;
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
    String name = StoredText.line(fee.name());
    String basis = StoredText.line(fee.legalBasis());
    if (fee.kind() == null || name.isEmpty() || fee.from() == null) {
      throw new PaymentFailure.LineIncomplete();
    }
    if (basis.isEmpty()) {
      throw new PaymentFailure.AmountUnknown(name);
    }
    if (fee.amount() != null && (fee.amount() < 0 || fee.amount() > FeeEntry.LARGEST)) {
      throw new PaymentFailure.BadAmount(name, fee.amount());
    }
    try (Connection connection = database.getConnection()) {
      int procedure =
          Query.of(
                  connection,
                  "select id from procedure where dataset_id = 1 and code = ? for update",
                  fee.procedure())
              .first(row -> row.getInt(1))
              .orElseThrow(() -> new PaymentFailure.Unknown(fee.procedure()));
      int beneficiary =
          Query.of(
                  connection,
                  """
                  select id from fee_beneficiary
                  where dataset_id = 1 and code = ? and valid_from <= ? and valid_to > ?""",
                  fee.beneficiary(),
                  fee.from(),
                  fee.from())
              .first(row -> row.getInt(1))
              .orElseThrow(PaymentFailure.UnknownBeneficiary::new);
      Query.of(
              connection,
              """
              update fee_schedule set replaced_at = now()
              where procedure_id = ? and kind = ? and name = ?
                and channel is not distinct from ? and valid_from >= ? and replaced_at is null""",
              procedure,
              fee.kind(),
              name,
              fee.channel(),
              fee.from())
          .update();
      Query.of(
              connection,
              """
              update fee_schedule set valid_to = ? where procedure_id = ? and kind = ? and name = ?
                and channel is not distinct from ? and valid_to > ? and replaced_at is null""",
              fee.from(),
              procedure,
              fee.kind(),
              name,
              fee.channel(),
              fee.from())
          .update();
      Query.of(
              connection,
              """
              insert into fee_schedule (procedure_id, kind, name, channel, amount, legal_basis,
                beneficiary_id, valid_from, defined_by)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
              procedure,
              fee.kind(),
              name,
              fee.channel(),
              fee.amount(),
              basis,
              beneficiary,
              fee.from(),
              caller.login())
          .update();
      trail.record(
          "payment.define-fee",
          "procedure " + fee.procedure(),
          Map.of(
              "name",
              name,
              "amount",
              String.valueOf(fee.amount()),
              "basis",
              basis,
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
    String key = StoredText.line(code);
    String full = StoredText.line(name);
    if (key.isEmpty() || full.isEmpty() || account == null || from == null) {
      throw new PaymentFailure.LineIncomplete();
    }
    try (Connection connection = database.getConnection()) {
      Query.of(
              connection,
              "update fee_beneficiary set valid_to = ?"
                  + " where dataset_id = 1 and code = ? and valid_from < ? and valid_to > ?",
              from,
              key,
              from,
              from)
          .update();
      Query.of(
              connection,
              """
              insert into fee_beneficiary (dataset_id, code, name, tax_code, bank_bin,
                account_number, account_holder, valid_from)
              values (1, ?, ?, ?, ?, ?, ?, ?)
              on conflict (dataset_id, code, valid_from) do update set name = excluded.name,
                tax_code = excluded.tax_code, bank_bin = excluded.bank_bin,
                account_number = excluded.account_number,
                account_holder = excluded.account_holder, trial = false""",
              key,
              full,
              StoredText.line(taxCode),
              account.bin(),
              account.number(),
              account.holder(),
              from)
          .update();
      trail.record(
          "payment.define-beneficiary", "fee-beneficiary " + key, Map.of("from", "" + from));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
