package vn.motcua.payment;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import vn.motcua.database.Query;

/**
 * Money of an act whose fee a rule sets and that is done on the spot (phí chứng thực): the same way
 * as all money, assessment, request, payment, numbered receipt, so that the counter's closing
 * counts it. Who may is asked by the service that calls it, in whose transaction all is written.
 */
public final class CounterTaking {

  private final Connection connection;

  public CounterTaking(Connection connection) {
    this.connection = connection;
  }

  /** The beneficiary of a code on the day of a dossier's receipt. */
  public int beneficiary(long dossierId, String code) throws SQLException {
    PaidDossier dossier = PaidDossier.locked(connection, dossierId);
    return Query.of(
            connection,
            """
            select id from fee_beneficiary
            where dataset_id in (?, 1) and code = ? and valid_from <= ? and valid_to > ?
            order by valid_from desc limit 1""",
            dossier.referenceId(),
            code,
            dossier.day(),
            dossier.day())
        .first(row -> row.getInt(1))
        .orElseThrow(PaymentFailure.UnknownBeneficiary::new);
  }

  /** States what the dossier owes; it is collected like any fee. */
  public void owe(long dossierId, FeeEntry fee, Instant now, String login) throws SQLException {
    fee.check();
    AssessmentService.write(
        connection, PaidDossier.locked(connection, dossierId), List.of(fee), "", 1, now, login);
  }

  /**
   * Takes what is owed in cash.
   *
   * @param counter the desk, as "Quầy 3"
   * @return the id of the receipt
   * @throws PaymentFailure.DayClosed where the counter's day is closed
   */
  public long cash(long dossierId, String counter, Payer payer, Instant now, String login)
      throws SQLException {
    PaidDossier dossier = PaidDossier.locked(connection, dossierId);
    record Asked(long id, long amount) {}
    Asked asked =
        Query.of(
                connection,
                "select id, amount from payment_request"
                    + " where dossier_id = ? and cancelled_at is null order by id limit 1",
                dossierId)
            .first(row -> new Asked(row.getLong(1), row.getLong(2)))
            .orElseThrow(() -> new PaymentFailure.Unknown(dossierId));
    CounterDay day =
        new CounterDay(
            dossier.datasetId(),
            dossier.branchId(),
            counter,
            now.atZone(PaidDossier.ZONE).toLocalDate());
    day.holdOpen(connection);
    long payment =
        CollectionService.pay(
            connection, asked.id(), day, PaymentMethod.CASH, asked.amount(), now, login);
    return new ReceiptBook(connection)
        .issue(dossier.datasetId(), dossier.branchId(), payment, payer, now, login);
  }
}
