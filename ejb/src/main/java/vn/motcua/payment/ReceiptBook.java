package vn.motcua.payment;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import vn.motcua.database.Query;

/**
 * A branch's book of receipts (quyển biên lai). The transaction that takes a number writes the
 * receipt, and the series' row stays locked until it ends: what rolls back gives its number back,
 * so numbers have no gaps. Cashiers of one branch wait for each other for the length of one insert.
 */
final class ReceiptBook {

  /** A number that was taken. */
  private record Number(String formNumber, String symbol, int number) {}

  private final Connection connection;

  ReceiptBook(Connection connection) {
    this.connection = connection;
  }

  /** Writes the next receipt; as late in the transaction as can be. */
  long issue(int datasetId, int branchId, long paymentId, Payer payer, Instant at, String login)
      throws SQLException {
    int year = at.atZone(PaidDossier.ZONE).getYear();
    Number taken =
        Query.of(
                connection,
                """
                insert into receipt_series as s (dataset_id, branch_id, year, symbol, last)
                values (?, ?, ?, ?, 1)
                on conflict (dataset_id, branch_id, year) do update set last = s.last + 1
                returning form_number, symbol, last""",
                datasetId,
                branchId,
                year,
                "MC%d-%02d".formatted(branchId, year % 100))
            .first(row -> new Number(row.getString(1), row.getString(2), row.getInt(3)))
            .orElseThrow();
    return Query.of(
            connection,
            """
            insert into fee_receipt (dataset_id, branch_id, year, number, form_number, symbol,
              payment_id, issued_at, issued_by, payer_name, payer_address, payer_tax_code)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""",
            datasetId,
            branchId,
            year,
            taken.number(),
            taken.formNumber(),
            taken.symbol(),
            paymentId,
            at,
            login,
            payer.name(),
            payer.address(),
            payer.taxCode())
        .first(row -> row.getLong(1))
        .orElseThrow();
  }
}
