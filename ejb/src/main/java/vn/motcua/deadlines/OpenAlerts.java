package vn.motcua.deadlines;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import vn.motcua.database.Query;

/**
 * Reads what holds now: the stream's alerts as far as the application's own tables still agree with
 * them, so what was just done is gone at once; and promises that were moved with an apology.
 */
final class OpenAlerts {

  /** Of those bodies; in the order of the places: dataset, everywhere, bodies, bodies. */
  private static final String OF_STREAM =
      """
      from read_model m join alert a on a.generation = m.active_generation
        and a.dataset_id = ? and a.cleared_at is null and not a.withdrawn
        and (? or a.unit_id = any(?) or a.branch_id = any(?))""";

  // An alert of a term speaks of that term alone: of another due moment there is another alert.
  private static final String ALL =
      """
      with told as (
        select a.id, '' as thing, '' as acting_role, a.kind, d.id as dossier_id, d.code,
          d.unit_id, d.branch_id, a.raised_at, d.due_at, 0::bigint as step_id
        %1$s and a.thing_id = 0
        join dossier d on d.id = a.dossier_id
        where d.state in ('OPEN', 'PAUSED')
        union all
        select a.id, '', '', a.kind, d.id, d.code, t.unit_id, d.branch_id, t.due_at, d.due_at, t.id
        %1$s and a.kind = 'STEP_OVERDUE'
        join dossier_task t on t.id = a.thing_id join dossier d on d.id = t.dossier_id
        where t.completed_at is null and d.state = 'OPEN'
          and date_trunc('milliseconds', t.due_at) = a.raised_at
        union all
        select null, 'extension ' || e.id, '', 'PROMISE_MOVED', d.id, d.code, d.unit_id,
          d.branch_id, e.extended_at, d.due_at, 0
        from dossier_extension e join dossier d on d.id = e.dossier_id
        where d.dataset_id = ? and d.state in ('OPEN', 'PAUSED')
        union all
        select a.id, '', 'CLERK', a.kind, 0, s.external_id, s.branch_id, s.branch_id, s.decide_by,
          s.decide_by, 0
        %1$s and a.kind = 'ACCEPTANCE'
        join submission s on s.id = a.thing_id
        where s.state = 'WAITING' and date_trunc('milliseconds', s.decide_by) = a.raised_at
        union all
        select a.id, '', case when f.judge_unit_id is null then 'REPORTER' else '' end, a.kind, 0,
          f.code, a.unit_id, a.branch_id, f.due_at, f.due_at, 0
        %1$s and a.kind = 'FEEDBACK'
        join feedback f on f.id = a.thing_id
        where f.state in ('NEW', 'ASSIGNED')
          and date_trunc('milliseconds', f.due_at) = a.raised_at)
      select x.*, coalesce(t.unit_id, x.unit_id) as acting_unit, u.name as unit_name,
        coalesce(t.role, x.acting_role) as role,
        coalesce(t.assignee, '') as assignee, coalesce(st.full_name, '') as assignee_name,
        coalesce(t.name, '') as step, coalesce(t.name_en, '') as step_en,
        coalesce(t.position, 0) as position, t.begun_at,
        coalesce(d.procedure_id, 0) as procedure_id,
        coalesce(nullif(v.short_name, ''), v.name, '') as procedure,
        coalesce((d.received_at at time zone 'Asia/Ho_Chi_Minh')::date
          = (d.due_at at time zone 'Asia/Ho_Chi_Minh')::date, false) as same_day,
        coalesce((
          select r.minutes / 60 from alert_rule r
          where r.kind = x.kind and r.procedure_id in (0, coalesce(d.procedure_id, 0))
            and r.valid_from <= (d.received_at at time zone 'Asia/Ho_Chi_Minh')::date
            and r.valid_to > (d.received_at at time zone 'Asia/Ho_Chi_Minh')::date
          order by r.procedure_id desc limit 1), 0) as hours,
        (select max(g.urged_at) from urge g
         where g.dataset_id = ? and g.code = x.code and g.kind = x.kind) as urged_at
      from told x
      left join dossier d on d.id = x.dossier_id
      left join dossier_task t on t.dossier_id = x.dossier_id and t.completed_at is null
        and x.step_id in (0, t.id)
      left join unit u on u.id = coalesce(t.unit_id, x.unit_id)
      left join account a on a.login = t.assignee left join staff st on st.id = a.staff_id
      left join procedure_version v on v.procedure_id = d.procedure_id
        and v.valid_from <= (d.received_at at time zone 'Asia/Ho_Chi_Minh')::date
        and v.valid_to > (d.received_at at time zone 'Asia/Ho_Chi_Minh')::date
      where (? or coalesce(t.unit_id, x.unit_id) = any(?) or x.branch_id = any(?))
        and (?::text is null or x.code = ?) and x.raised_at >= ? and x.kind = any(?)
        and (not ? or (d.received_at at time zone 'Asia/Ho_Chi_Minh')::date
          = (d.due_at at time zone 'Asia/Ho_Chi_Minh')::date)
      order by array_position(?::text[], x.kind), x.raised_at, x.code limit ?"""
          .formatted(OF_STREAM);

  private final Connection connection;

  OpenAlerts(Connection connection) {
    this.connection = connection;
  }

  static int dataset(Connection connection, String code) throws SQLException {
    return Query.of(
            connection,
            "select id from dataset where code = ?",
            code == null || code.isBlank() ? "hanoi" : code)
        .first(row -> row.getInt("id"))
        .orElse(0);
  }

  /**
   * @param everywhere all bodies; else those of {@code units}
   * @return the most pressing kind first, and of each the oldest
   */
  List<OpenAlert> read(int dataset, boolean everywhere, Collection<Integer> units, int most)
      throws SQLException {
    return read(dataset, everywhere, units, null, Instant.EPOCH, AlertKind.names(), false, most);
  }

  /** Feedback whose time has passed, of all bodies: nothing else may crowd it out. */
  List<OpenAlert> feedback(int dataset, int most) throws SQLException {
    return read(
        dataset,
        true,
        List.of(),
        null,
        Instant.EPOCH,
        List.of(AlertKind.FEEDBACK.name()),
        false,
        most);
  }

  /** Those of all bodies. */
  List<OpenAlert> everywhere(int dataset, int most) throws SQLException {
    return read(dataset, true, List.of(), null, Instant.EPOCH, AlertKind.names(), false, most);
  }

  /** Those of all bodies that are about dossiers due on the day of their receipt. */
  List<OpenAlert> ofOneDay(int dataset, Instant since, int most) throws SQLException {
    return read(dataset, true, List.of(), null, since, AlertKind.names(), true, most);
  }

  /** Those of one dossier, submission or feedback, wherever it is. */
  List<OpenAlert> of(int dataset, String code) throws SQLException {
    return read(dataset, true, List.of(), code, Instant.EPOCH, AlertKind.names(), false, 100);
  }

  private List<OpenAlert> read(
      int dataset,
      boolean everywhere,
      Collection<Integer> units,
      String code,
      Instant since,
      List<String> kinds,
      boolean oneDay,
      int most)
      throws SQLException {
    // An empty array must still be one of numbers.
    List<Integer> bodies = units.isEmpty() ? Collections.singletonList(-1) : new ArrayList<>(units);
    return Query.of(
            connection,
            ALL,
            dataset,
            everywhere,
            bodies,
            bodies,
            dataset,
            everywhere,
            bodies,
            bodies,
            dataset,
            dataset,
            everywhere,
            bodies,
            bodies,
            dataset,
            everywhere,
            bodies,
            bodies,
            dataset,
            everywhere,
            bodies,
            bodies,
            code,
            code,
            since,
            kinds,
            oneDay,
            AlertKind.names(),
            most)
        .list(row -> alert(dataset, row));
  }

  private static OpenAlert alert(int dataset, ResultSet row) throws SQLException {
    AlertKind kind = AlertKind.valueOf(row.getString("kind"));
    Instant raisedAt = Query.moment(row, "raised_at");
    UUID ofStream = row.getObject("id", UUID.class);
    return new OpenAlert(
        ofStream == null ? AlertIds.of(dataset, row.getString("thing"), kind, raisedAt) : ofStream,
        kind,
        row.getString("code"),
        row.getLong("dossier_id"),
        row.getInt("acting_unit"),
        row.getInt("branch_id"),
        row.getInt("procedure_id"),
        row.getString("procedure"),
        row.getString("unit_name"),
        row.getString("role"),
        row.getString("assignee"),
        row.getString("assignee_name"),
        row.getString("step"),
        row.getString("step_en"),
        row.getInt("position"),
        Query.moment(row, "begun_at"),
        raisedAt,
        Query.moment(row, "due_at"),
        row.getBoolean("same_day"),
        row.getInt("hours"),
        Query.moment(row, "urged_at"));
  }
}
