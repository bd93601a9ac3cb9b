package vn.motcua.payment;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import vn.motcua.database.Query;

/** Counts and keeps the closings of counters. */
final class ClosingRows {

  private static final String EXPECTED =
      """
      with asked as (
        select cast(? as integer) as dataset_id, cast(? as integer) as branch_id,
          cast(? as text) as counter, cast(? as date) as day, cast(? as text) as clerk),
      bounds as (
        select a.*, a.day::timestamp at time zone 'Asia/Ho_Chi_Minh' as since,
          (a.day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' as until from asked a),
      came as (
        select i.dossier_id from bounds b
        join visit v on v.dataset_id = b.dataset_id and v.branch_id = b.branch_id
          and v.clerk = b.clerk and v.began_at >= b.since and v.began_at < b.until
        join dossier_intake i on i.visit_id = v.id),
      taken as (
        select p.* from bounds b join payment p on p.dataset_id = b.dataset_id
          and p.branch_id = b.branch_id and p.day = b.day and p.counter = b.counter
        where p.voided_at is null),
      numbers as (
        select min(f.number) as first, max(f.number) as last, min(f.symbol) as symbol
        from fee_receipt f join taken t on t.id = f.payment_id)
      select (select count(*) from came) as received,
        (select coalesce(sum(p.originals + p.certified + p.copies), 0)
         from came c join dossier_paper p on p.dossier_id = c.dossier_id
         where p.custody not in ('HELD_ALREADY', 'SEEN_RETURNED')) as papers,
        (select count(*) from bounds b join result_return r
           on r.returned_by = b.clerk and r.returned_at >= b.since and r.returned_at < b.until
         join dossier d on d.id = r.dossier_id and d.dataset_id = b.dataset_id
           and coalesce(d.branch_id, d.unit_id) = b.branch_id) as returned,
        (select coalesce(sum(amount), 0) from taken where method = 'CASH')
          - (select coalesce(sum(f.amount), 0) from bounds b
             join refund f on f.state = 'PAID' and f.method = 'CASH' and f.day = b.day
               and f.counter = b.counter
             join payment p on p.id = f.payment_id and p.branch_id = b.branch_id
               and p.dataset_id = b.dataset_id) as cash,
        (select coalesce(sum(amount), 0) from taken where method <> 'CASH') as transferred,
        coalesce(n.symbol || ' ' || lpad(n.first::text, 7, '0'), '') as first_receipt,
        coalesce(n.symbol || ' ' || lpad(n.last::text, 7, '0'), '') as last_receipt,
        exists (select 1 from bounds b join counter_day d using (dataset_id, branch_id, counter, day)
                where d.closed) as closed
      from numbers n""";

  private final Connection connection;

  ClosingRows(Connection connection) {
    this.connection = connection;
  }

  DayClosing.Expected expected(CounterDay day, String clerk) throws SQLException {
    return Query.of(
            connection, EXPECTED, day.datasetId(), day.branchId(), day.counter(), day.day(), clerk)
        .first(
            row ->
                new DayClosing.Expected(
                    row.getInt("received"),
                    row.getInt("papers"),
                    row.getInt("returned"),
                    row.getLong("cash"),
                    row.getLong("transferred"),
                    row.getString("first_receipt"),
                    row.getString("last_receipt"),
                    row.getBoolean("closed")))
        .orElseThrow();
  }

  long write(
      CounterDay day,
      String clerk,
      DayClosing.Expected expected,
      DayClosing counted,
      Instant at,
      String login)
      throws SQLException {
    return Query.of(
            connection,
            """
            insert into counter_close (dataset_id, branch_id, counter, day, clerk,
              received_expected, received_counted, papers_expected, papers_counted,
              returned_expected, returned_counted, cash_expected, cash_counted, transferred,
              first_receipt, last_receipt, shelf, bag_seal, reason, closed_at, closed_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""",
            day.datasetId(),
            day.branchId(),
            day.counter(),
            day.day(),
            clerk,
            expected.received(),
            counted.received(),
            expected.papers(),
            counted.papers(),
            expected.returned(),
            counted.returned(),
            expected.cash(),
            counted.cash(),
            expected.transferred(),
            expected.firstReceipt(),
            expected.lastReceipt(),
            counted.shelf(),
            counted.bagSeal(),
            counted.reason(),
            at,
            login)
        .first(row -> row.getLong(1))
        .orElseThrow();
  }
}
