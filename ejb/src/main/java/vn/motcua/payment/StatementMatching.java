package vn.motcua.payment;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.motcua.database.Query;

/**
 * Holds the lines of a statement against the payments of one account, by reference and amount. The
 * account's row is locked: two statements of it are read one after the other.
 */
final class StatementMatching {

  private record Known(
      long requestId,
      String reference,
      Long paymentId,
      Long amount,
      boolean transfer,
      boolean seen) {}

  private final Connection connection;
  private final int beneficiaryId;
  private final long statementId;

  StatementMatching(Connection connection, int beneficiaryId, long statementId) {
    this.connection = connection;
    this.beneficiaryId = beneficiaryId;
    this.statementId = statementId;
  }

  void match(List<StatementLine> lines, Instant at) throws SQLException {
    for (StatementLine line : lines) {
      match(line, at);
    }
  }

  private void match(StatementLine line, Instant at) throws SQLException {
    if (line.amount() <= 0) {
      keep(line, "OUTGOING", null);
      return;
    }
    long reference = PaymentReference.find(line.description());
    Known known = reference < 0 ? null : known(reference);
    if (known == null) {
      differ(line, Reconciliation.Kind.UNKNOWN_REFERENCE, null);
    } else if (known.paymentId() == null) {
      differ(line, Reconciliation.Kind.MISSING_HERE, known);
    } else if (known.seen() || !known.transfer()) {
      differ(line, Reconciliation.Kind.DOUBLE, known);
    } else if (known.amount() != line.amount()) {
      differ(line, Reconciliation.Kind.AMOUNT_DIFFERS, known);
    } else {
      keep(line, "MATCHED", known);
      settle(known, line, at);
    }
  }

  /** A request of this account; null: there is none. */
  private Known known(long request) throws SQLException {
    return Query.of(
            connection,
            """
            select r.id, r.reference, p.id as payment_id, p.amount, p.method <> 'CASH' as transfer,
              exists (select 1 from bank_line l where l.payment_id = p.id
                      and l.verdict in ('MATCHED', 'AMOUNT_DIFFERS')) as seen
            from payment_request r
            left join payment p on p.request_id = r.id and p.voided_at is null
            where r.id = ? and r.beneficiary_id in (
              select o.id from fee_beneficiary o join fee_beneficiary b
                on b.bank_bin = o.bank_bin and b.account_number = o.account_number
              where b.id = ?)""",
            request,
            beneficiaryId)
        .first(
            row ->
                new Known(
                    row.getLong("id"),
                    row.getString("reference"),
                    row.getObject("payment_id", Long.class),
                    row.getObject("amount", Long.class),
                    row.getBoolean("transfer"),
                    row.getBoolean("seen")))
        .orElse(null);
  }

  private void keep(StatementLine line, String verdict, Known known) throws SQLException {
    Query.of(
            connection,
            """
            insert into bank_line
              (statement_id, line, booked_on, amount, description, request_id, payment_id, verdict)
            values (?, ?, ?, ?, ?, ?, ?, ?)""",
            statementId,
            line.number(),
            line.day(),
            line.amount(),
            line.description(),
            known == null ? null : known.requestId(),
            known == null ? null : known.paymentId(),
            verdict)
        .update();
  }

  private void differ(StatementLine line, Reconciliation.Kind kind, Known known)
      throws SQLException {
    keep(line, kind.name(), known);
    Query.of(
            connection,
            """
            insert into bank_difference
              (statement_id, kind, line, payment_id, reference, ours, bank)
            values (?, ?, ?, ?, ?, ?, ?)""",
            statementId,
            kind,
            line.number(),
            known == null ? null : known.paymentId(),
            known == null ? "" : known.reference(),
            known == null ? null : known.amount(),
            line.amount())
        .update();
  }

  /**
   * A transfer that an earlier statement did not have yet was booked later: that is no difference.
   */
  private void settle(Known known, StatementLine line, Instant at) throws SQLException {
    Query.of(
            connection,
            """
            update bank_difference set resolved_at = ?, resolved_by = '', note = ?
            where payment_id = ? and kind = 'MISSING_IN_BANK' and resolved_at is null""",
            at,
            "Ngân hàng ghi có sau: sao kê %d, dòng %d".formatted(statementId, line.number()),
            known.paymentId())
        .update();
  }

  /** Transfers of the statement's days that no line of any statement speaks of. */
  void missing(LocalDate from, LocalDate to) throws SQLException {
    Query.of(
            connection,
            """
            insert into bank_difference (statement_id, kind, payment_id, reference, ours)
            select ?, 'MISSING_IN_BANK', p.id, r.reference, p.amount
            from payment p join payment_request r on r.id = p.request_id
            where p.voided_at is null and p.method <> 'CASH' and p.day between ? and ?
              and r.beneficiary_id in (
                select o.id from fee_beneficiary o join fee_beneficiary b
                  on b.bank_bin = o.bank_bin and b.account_number = o.account_number
                where b.id = ?)
              and not exists (select 1 from bank_line l where l.payment_id = p.id)
              and not exists (select 1 from bank_difference e
                              where e.payment_id = p.id and e.kind = 'MISSING_IN_BANK')
            order by p.id""",
            statementId,
            from,
            to,
            beneficiaryId)
        .update();
  }
}
