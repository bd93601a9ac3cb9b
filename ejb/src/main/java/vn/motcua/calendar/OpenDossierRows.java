package vn.motcua.calendar;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.database.Query;
import vn.motcua.worktime.Allowance;
import vn.motcua.worktime.AllowanceUnit;
import vn.motcua.worktime.ReceiptChannel;
import vn.motcua.worktime.Suspension;

/** The open dossiers that count by a calendar, with what their due moments came from. */
final class OpenDossierRows {

  private final Connection connection;

  OpenDossierRows(Connection connection) {
    this.connection = connection;
  }

  /** The revisions that open dossiers of a calendar count by. */
  List<String> revisions(String code) throws SQLException {
    return Query.of(
            connection,
            """
            select distinct split_part(i.calendar_version, '@', 2)
            from dossier d
            join dataset s on s.id = d.dataset_id and s.kind in ('CITY', 'DEMO')
            join dossier_intake i on i.dossier_id = d.id
            where d.state in ('OPEN', 'PAUSED') and d.due_at is not null
              and split_part(i.calendar_version, '@', 1) = ?
            """,
            code)
        .list(row -> row.getString(1));
  }

  /**
   * In the order of their ids, so that two who lock them wait for each other.
   *
   * @param code of the calendar
   * @param revision that they count by; empty: any
   * @param locked until the end of the transaction
   */
  List<OpenDossier> all(String code, String revision, boolean locked) throws SQLException {
    return all(code, revision, null, locked);
  }

  /**
   * The same of some branches: nobody else's dossiers are locked for their hours.
   *
   * @param branches ids of all their versions; null: the whole city
   */
  List<OpenDossier> all(String code, String revision, Collection<Integer> branches, boolean locked)
      throws SQLException {
    Map<Long, List<Suspension>> pauses = pauses(code);
    return Query.of(
            connection,
            """
            select d.id, d.code, d.branch_id, d.channel, d.received_at, d.due_at,
              (select max(t.occurred_at) from dossier_transition t
               where t.dossier_id = d.id and t.kind = 'DUE_MOVED' and t.due_cause = 'RESTART')
                as restarted_at,
              coalesce(v.same_day, false) as same_day,
              (select l.amount || ' ' || l.unit from procedure_limit l
               where l.version_id = v.id and l.applies_to = ''
                 and (l.channel is null
                      or l.channel = case d.channel when 'OTHER' then 'DIRECT' else d.channel end)
               order by l.channel nulls last limit 1) as allowance
            from dossier d
            join dataset s on s.id = d.dataset_id and s.kind in ('CITY', 'DEMO')
            join dossier_intake i on i.dossier_id = d.id
            left join procedure_version v on v.procedure_id = d.procedure_id
              and v.valid_from <= (d.received_at at time zone s.zone)::date
              and v.valid_to > (d.received_at at time zone s.zone)::date
            where d.state in ('OPEN', 'PAUSED') and d.due_at is not null
              and split_part(i.calendar_version, '@', 1) = ?
              and ? in ('', split_part(i.calendar_version, '@', 2))
              and (? or d.branch_id = any(?::int[]))
            order by d.id
            """
                + (locked ? "for update of d" : ""),
            code,
            revision,
            branches == null,
            branches == null ? List.of() : branches)
        .list(
            row -> {
              long id = row.getLong("id");
              Instant received = Query.moment(row, "received_at");
              Instant restarted = Query.moment(row, "restarted_at");
              Instant from = restarted == null ? received : restarted;
              return new OpenDossier(
                  id,
                  row.getString("code"),
                  row.getObject("branch_id", Integer.class),
                  from,
                  Query.moment(row, "due_at"),
                  channel(row.getString("channel")),
                  row.getBoolean("same_day"),
                  allowance(row.getString("allowance")),
                  pauses.getOrDefault(id, List.of()).stream()
                      .filter(pause -> pause.to().isAfter(from))
                      .toList());
            });
  }

  /** Lawful pauses that are over and began before the due moment of their time. */
  private Map<Long, List<Suspension>> pauses(String code) throws SQLException {
    Map<Long, List<Suspension>> pauses = new HashMap<>();
    Query.of(
            connection,
            """
            select t.dossier_id, t.occurred_at,
              (select min(r.occurred_at) from dossier_transition r
               where r.dossier_id = t.dossier_id and r.sequence > t.sequence
                 and r.kind = 'RESUMED') as resumed_at
            from dossier d
            join dossier_intake i on i.dossier_id = d.id
            join dossier_transition t on t.dossier_id = d.id and t.kind = 'PAUSED' and t.lawful
            where d.state in ('OPEN', 'PAUSED') and d.due_at is not null
              and split_part(i.calendar_version, '@', 1) = ?
              and t.occurred_at <= coalesce(
                (select due.due_at from dossier_transition due
                 where due.dossier_id = t.dossier_id and due.sequence < t.sequence
                   and due.due_at is not null
                 order by due.sequence desc limit 1), 'infinity')
            order by t.dossier_id, t.sequence
            """,
            code)
        .list(
            row -> {
              Instant resumed = Query.moment(row, "resumed_at");
              return resumed != null
                  && pauses
                      .computeIfAbsent(row.getLong("dossier_id"), id -> new ArrayList<>())
                      .add(new Suspension(Query.moment(row, "occurred_at"), resumed));
            });
    return pauses;
  }

  private static ReceiptChannel channel(String name) {
    return "OTHER".equals(name) ? ReceiptChannel.DIRECT : ReceiptChannel.valueOf(name);
  }

  private static Allowance allowance(String text) {
    if (text == null) {
      return null;
    }
    String[] parts = text.split(" ");
    return new Allowance(Integer.parseInt(parts[0]), AllowanceUnit.ofCode(parts[1]));
  }

  /** Steps under way that have a time of their own, in the order of their ids. */
  List<OpenStep> steps(String code, String revision) throws SQLException {
    return Query.of(
            connection,
            """
            select t.id, d.id as dossier_id, d.code, t.name, t.unit_id, u.name as unit, t.begun_at,
              t.due_at, t.minutes
            from dossier_task t join dossier d on d.id = t.dossier_id
            join dataset s on s.id = d.dataset_id and s.kind in ('CITY', 'DEMO')
            join dossier_intake i on i.dossier_id = d.id join unit u on u.id = t.unit_id
            where t.completed_at is null and t.due_at is not null and t.minutes > 0
              and d.state in ('OPEN', 'PAUSED')
              and split_part(i.calendar_version, '@', 1) = ?
              and ? in ('', split_part(i.calendar_version, '@', 2))
            order by t.id
            """,
            code,
            revision)
        .list(
            row ->
                new OpenStep(
                    row.getLong("id"),
                    row.getLong("dossier_id"),
                    row.getString("code"),
                    row.getString("name"),
                    row.getInt("unit_id"),
                    row.getString("unit"),
                    Query.moment(row, "begun_at"),
                    Query.moment(row, "due_at"),
                    row.getInt("minutes")));
  }

  /**
   * What hangs on a due moment beside the dossier itself. A step without a time of its own is due
   * with the dossier.
   *
   * @return whether the applicant had been promised the former moment
   */
  boolean follow(DueMove move) throws SQLException {
    Query.of(
            connection,
            """
            update dossier_task set dossier_due_at = ?,
              due_at = case when minutes = 0 and due_at = ? then ? else due_at end
            where dossier_id = ? and completed_at is null and dossier_due_at = ?
            """,
            move.newDue(),
            move.oldDue(),
            move.newDue(),
            move.dossierId(),
            move.oldDue())
        .update();
    return Query.of(
                connection,
                """
            update dossier_intake set promised_at = ?, version = version + 1,
              due_explanation = case when ? then ? else due_explanation end
            where dossier_id = ? and promised_at = ?
            """,
                move.newDue(),
                move.byRule(),
                move.reasons(),
                move.dossierId(),
                move.oldDue())
            .update()
        > 0;
  }

  /** Every open dossier of the calendar counts by this revision from now on. */
  void freeze(String code, String revision) throws SQLException {
    Query.of(
            connection,
            """
            update dossier_intake i set calendar_version = ?
            from dossier d join dataset s on s.id = d.dataset_id and s.kind in ('CITY', 'DEMO')
            where d.id = i.dossier_id and d.state in ('OPEN', 'PAUSED')
              and split_part(i.calendar_version, '@', 1) = ?
            """,
            code + "@" + revision,
            code)
        .update();
  }
}
