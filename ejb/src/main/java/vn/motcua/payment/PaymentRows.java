package vn.motcua.payment;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import vn.motcua.database.Query;

/** Reads what is owed and paid for a dossier. */
final class PaymentRows {

  private final Connection connection;
  private final PaidDossier dossier;

  PaymentRows(Connection connection, PaidDossier dossier) {
    this.connection = connection;
    this.dossier = dossier;
  }

  private record Head(long id, int revision, String freeBasis) {}

  PaymentFile read() throws SQLException {
    Head head =
        Query.of(
                connection,
                "select id, revision, free_basis from fee_assessment"
                    + " where dossier_id = ? and superseded_at is null",
                dossier.id())
            .first(row -> new Head(row.getLong(1), row.getInt(2), row.getString(3)))
            .orElse(new Head(0, 0, ""));
    return new PaymentFile(
        dossier.id(),
        dossier.code(),
        dossier.procedure(),
        dossier.branchId(),
        head.revision(),
        head.freeBasis(),
        head.id() == 0 ? new FeeProposals(connection, dossier).list() : List.of(),
        lines(head.id()),
        requests(head.id()),
        receipts(),
        refunds());
  }

  private List<PaymentFile.Line> lines(long assessment) throws SQLException {
    return Query.of(
            connection,
            """
            select l.*, b.name as beneficiary from fee_line l
            join fee_beneficiary b on b.id = l.beneficiary_id
            where l.assessment_id = ? order by l.position""",
            assessment)
        .list(
            row ->
                new PaymentFile.Line(
                    FeeKind.valueOf(row.getString("kind")),
                    row.getString("name"),
                    row.getLong("amount"),
                    row.getString("legal_basis"),
                    row.getString("beneficiary"),
                    row.getLong("relief"),
                    row.getString("relief_reason"),
                    row.getString("relief_basis")));
  }

  private List<PaymentFile.Request> requests(long assessment) throws SQLException {
    return Query.of(
            connection,
            """
            select r.id, r.amount, r.reference, b.name, b.bank_bin, b.account_number,
              b.account_holder, b.trial, p.id as payment_id, p.method, p.counter, p.taken_at,
              exists (select 1 from bank_line l where l.payment_id = p.id and l.verdict = 'MATCHED')
                as confirmed
            from payment_request r
            join fee_beneficiary b on b.id = r.beneficiary_id
            left join payment p on p.request_id = r.id and p.voided_at is null
            where r.assessment_id = ? order by r.id""",
            assessment)
        .list(PaymentRows::request);
  }

  private static PaymentFile.Request request(ResultSet row) throws SQLException {
    BankAccount account =
        new BankAccount(
            row.getString("bank_bin"),
            row.getString("account_number"),
            row.getString("account_holder"));
    String method = row.getString("method");
    return new PaymentFile.Request(
        row.getLong("id"),
        row.getString("name"),
        row.getLong("amount"),
        row.getString("reference"),
        VietQr.payload(account, row.getLong("amount"), row.getString("reference")),
        row.getBoolean("trial"),
        row.getObject("payment_id", Long.class),
        method == null ? null : PaymentMethod.valueOf(method),
        row.getString("counter"),
        Query.moment(row, "taken_at"),
        row.getBoolean("confirmed"));
  }

  private List<PaymentFile.Receipt> receipts() throws SQLException {
    return Query.of(
            connection,
            """
            select f.*, p.amount from fee_receipt f
            join payment p on p.id = f.payment_id
            join payment_request r on r.id = p.request_id
            where r.dossier_id = ? order by f.id""",
            dossier.id())
        .list(
            row ->
                new PaymentFile.Receipt(
                    row.getLong("id"),
                    row.getString("symbol"),
                    row.getInt("number"),
                    row.getLong("payment_id"),
                    row.getLong("amount"),
                    row.getString("payer_name"),
                    Query.moment(row, "issued_at"),
                    PaymentFile.ReceiptState.valueOf(row.getString("state")),
                    row.getString("reason")));
  }

  private List<PaymentFile.Refund> refunds() throws SQLException {
    return Query.of(
            connection,
            """
            select f.* from refund f
            join payment p on p.id = f.payment_id
            join payment_request r on r.id = p.request_id
            where r.dossier_id = ? order by f.id""",
            dossier.id())
        .list(
            row ->
                new PaymentFile.Refund(
                    row.getLong("id"),
                    row.getLong("payment_id"),
                    row.getLong("amount"),
                    row.getString("reason"),
                    PaymentFile.RefundState.valueOf(row.getString("state")),
                    row.getString("requested_by"),
                    row.getString("decided_by"),
                    row.getString("decision_note")));
  }
}
