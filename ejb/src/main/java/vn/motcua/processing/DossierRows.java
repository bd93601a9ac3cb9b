package vn.motcua.processing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.motcua.database.Query;
import vn.motcua.dossier.DossierState;
import vn.motcua.worktime.CityHours;
import vn.motcua.worktime.TimeLeft;
import vn.motcua.worktime.WorkingTime;

/** Reads what a dossier's page shows. */
final class DossierRows {

  private final Connection connection;
  private final WorkingTime time;
  private final CityHours hours;
  private final Instant now;

  DossierRows(Connection connection, CityHours hours, Instant now) {
    this.connection = connection;
    this.hours = hours;
    this.time = new WorkingTime(hours.city());
    this.now = now;
  }

  DossierView.Header header(long id, boolean ownUnit) throws SQLException {
    return Query.of(
            connection,
            """
            select d.*, p.code as procedure_code, coalesce(v.name, p.code, f.name) as procedure_name,
              agency.name as agency, concat_ws(', ', branch.name, point.name) as branch,
              i.promised_at,
              case when v.delegated_from <= (d.received_at at time zone 'Asia/Ho_Chi_Minh')::date
                then v.delegated_to else '' end as delegated_to,
              coalesce(i.due_explanation, '{}') as reasons, i.fee_amount,
              coalesce(i.return_channel, '') as return_channel, coalesce(i.visit_id, 0) as visit_id,
              coalesce(i.calendar_version, '') as calendar_version,
              coalesce((select version from dossier_task
                        where dossier_id = d.id and completed_at is null and kind = 'MAIN'), 0)
                as task_version
            from dossier d
            join field f on f.id = d.field_id
            join unit agency on agency.id = d.unit_id
            left join unit branch on branch.id = d.branch_id
            left join dossier_intake i on i.dossier_id = d.id
            left join visit on visit.id = i.visit_id
            left join unit point on point.id = visit.point_id
            left join procedure p on p.id = d.procedure_id
            left join procedure_version v on v.procedure_id = p.id
              and v.valid_from <= (d.received_at at time zone 'Asia/Ho_Chi_Minh')::date
              and v.valid_to > (d.received_at at time zone 'Asia/Ho_Chi_Minh')::date
            where d.id = ?""",
            id)
        .first(
            row -> {
              DossierState state = DossierState.valueOf(row.getString("state"));
              Instant due = Query.moment(row, "due_at");
              Instant received = Query.moment(row, "received_at");
              TimeLeft left = due == null || !state.open() ? null : time.timeLeft(now, due);
              return new DossierView.Header(
                  new Seen(id, row.getInt("sequence"), row.getInt("task_version")),
                  row.getString("code"),
                  row.getString("procedure_code"),
                  row.getString("procedure_name"),
                  row.getString("agency"),
                  row.getString("branch"),
                  row.getString("channel"),
                  state,
                  received,
                  due,
                  Query.moment(row, "original_due_at"),
                  Query.moment(row, "promised_at"),
                  Query.moment(row, "finished_at"),
                  Query.moment(row, "closed_at"),
                  Query.moment(row, "returned_at"),
                  row.getString("outcome"),
                  row.getString("close_reason"),
                  row.getString("return_channel"),
                  row.getObject("fee_amount", Long.class),
                  left,
                  LimitUsed.percent(time, received, now, left),
                  Query.texts(row, "reasons"),
                  row.getString("calendar_version"),
                  row.getLong("visit_id"),
                  ownUnit,
                  row.getString("delegated_to"));
            })
        .orElseThrow();
  }

  /** What was done and is being done, then what the process still has. */
  List<DossierView.Step> steps(long id) throws SQLException {
    List<DossierView.Step> steps =
        new ArrayList<>(
            Query.of(
                    connection,
                    """
                    select t.*, u.name as unit_name,
                      case when t.kind <> 'MAIN' then t.kind when t.hand_over then 'HAND_OVER'
                           else 'STEP' end as sort,
                      coalesce(s.full_name, t.completed_by, t.assignee, '') as person
                    from dossier_task t join unit u on u.id = t.unit_id
                    left join account a on a.login = coalesce(t.completed_by, t.assignee)
                    left join staff s on s.id = a.staff_id
                    where t.dossier_id = ? order by t.begun_at, t.position, t.kind desc, t.id""",
                    id)
                .list(
                    row -> {
                      Instant begun = Query.moment(row, "begun_at");
                      Instant done = Query.moment(row, "completed_at");
                      return new DossierView.Step(
                          row.getString("sort"),
                          row.getString("ending"),
                          row.getString("name"),
                          row.getString("name_en"),
                          row.getString("unit_name"),
                          row.getString("person"),
                          begun,
                          done,
                          Query.moment(row, "due_at"),
                          Math.max(
                              0,
                              new WorkingTime(hours.at(row.getInt("unit_id")))
                                  .minutesBetween(begun, done == null ? now : done)),
                          row.getInt("minutes"),
                          row.getString("comment"),
                          row.getBoolean("abandoned"));
                    }));
    steps.addAll(
        Query.of(
                connection,
                """
                select s.name, s.name_en, s.minutes,
                  case when s.hand_over then 'HAND_OVER' else 'STEP' end as sort,
                  coalesce((select b.name from unit b where b.dataset_id in (d.dataset_id, 1)
                            and b.code = s.unit_code and s.unit_code <> ''
                            order by b.valid_from desc limit 1), case when s.place = 'BRANCH' then branch.name end, agency.name) as unit
                from dossier d
                join dossier_intake i on i.dossier_id = d.id
                join internal_step s on s.process_id = i.process_id
                join unit agency on agency.id = d.unit_id
                left join unit branch on branch.id = d.branch_id
                where d.id = ? and d.state in ('OPEN', 'PAUSED')
                  and s.position > coalesce(
                    (select position from dossier_task
                     where dossier_id = d.id and completed_at is null and kind = 'MAIN'),
                    (select max(position) from dossier_task where dossier_id = d.id))
                order by s.position""",
                id)
            .list(
                row ->
                    new DossierView.Step(
                        row.getString("sort"),
                        "",
                        row.getString("name"),
                        row.getString("name_en"),
                        row.getString("unit"),
                        "",
                        null,
                        null,
                        null,
                        -1,
                        row.getInt("minutes"),
                        "",
                        false)));
    return steps;
  }

  List<DossierView.Happening> story(long id) throws SQLException {
    List<DossierView.Happening> story =
        Query.of(
                connection,
                """
                select case when coalesce(w.cause, '') in ('STEP_BACK', 'HANDOVER_RETURNED')
                            then w.cause else t.kind end as kind, t.occurred_at, coalesce(s.full_name, t.actor, '') as who,
                  coalesce(u.name, '') as unit_name, coalesce(t.activity, '') as activity,
                  coalesce(w.reason, t.reason, t.outcome, '') as detail,
                  coalesce(w.document, '') as document, t.due_at, coalesce(t.lawful, false) as lawful,
                  coalesce(r.items, '{}') as items
                from dossier_transition t
                left join account a on a.login = t.actor left join staff s on s.id = a.staff_id
                left join unit u
                  on u.id = case when t.kind = 'RECEIVED' then coalesce(t.branch_id, t.unit_id)
                                 else t.unit_id end
                left join dossier_statement w
                  on w.dossier_id = t.dossier_id and w.sequence = t.sequence
                left join supplement_request r on r.dossier_id = t.dossier_id
                  and t.kind = 'SUPPLEMENT_REQUESTED'
                  and date_trunc('milliseconds', r.requested_at) = t.occurred_at
                where t.dossier_id = ? order by t.sequence""",
                id)
            .list(
                row -> {
                  List<String> items = Query.texts(row, "items");
                  return new DossierView.Happening(
                      row.getString("kind"),
                      Query.moment(row, "occurred_at"),
                      row.getString("who"),
                      row.getString("unit_name"),
                      row.getString("activity"),
                      items.isEmpty() ? row.getString("detail") : String.join("; ", items),
                      row.getString("document"),
                      Query.moment(row, "due_at"),
                      row.getBoolean("lawful"),
                      0);
                });
    List<DossierView.Happening> timed = new ArrayList<>();
    Instant former = null;
    for (DossierView.Happening one : story) {
      long worked = former == null ? 0 : Math.max(0, time.minutesBetween(former, one.at()));
      former = one.at();
      timed.add(
          new DossierView.Happening(
              one.kind(),
              one.at(),
              one.who(),
              one.unit(),
              one.activity(),
              one.detail(),
              one.document(),
              one.dueAt(),
              one.lawful(),
              worked));
    }
    return timed;
  }

  /**
   * @param plain false: numbers, telephones, addresses and all of a name but initials are left out
   */
  List<DossierView.Person> persons(long id, boolean plain) throws SQLException {
    return Query.of(
            connection,
            """
            select r.relation, p.full_name, coalesce(p.national_id, p.enterprise_id, '') as number,
              p.phone, p.address
            from dossier_person r join person p on p.id = r.person_id where r.dossier_id = ?
            order by array_position(array['OWNER', 'SUBMITTER', 'AUTHORISED', 'RECEIVER'],
                                    r.relation), r.position""",
            id)
        .list(
            row ->
                plain
                    ? new DossierView.Person(
                        row.getString("relation"),
                        row.getString("full_name"),
                        row.getString("number"),
                        row.getString("phone"),
                        row.getString("address"))
                    : new DossierView.Person(
                        row.getString("relation"),
                        Initials.of(row.getString("full_name")),
                        "",
                        "",
                        ""));
  }

  List<DossierView.Paper> papers(long id) throws SQLException {
    return Query.of(
            connection,
            """
            select p.*, coalesce(f.media_type, '') as media_type
            from dossier_paper p left join stored_file f on f.id = p.file_id
            where p.dossier_id = ? order by p.position""",
            id)
        .list(
            row ->
                new DossierView.Paper(
                    row.getString("name"),
                    row.getString("custody"),
                    row.getString("held_source"),
                    row.getInt("originals"),
                    row.getInt("certified"),
                    row.getInt("copies"),
                    row.getObject("file_id", UUID.class),
                    row.getString("media_type")));
  }

  List<DossierView.Request> requests(long id) throws SQLException {
    return Query.of(
            connection,
            """
            select r.*, coalesce(s.full_name, r.requested_by) as who,
              exists (select 1 from external_dossier x where x.dossier_id = r.dossier_id)
                as elsewhere
            from supplement_request r
            left join account a on a.login = r.requested_by left join staff s on s.id = a.staff_id
            where r.dossier_id = ? order by r.number""",
            id)
        .list(
            row -> {
              Instant answerBy = Query.moment(row, "answer_by");
              Instant answered = Query.moment(row, "answered_at");
              return new DossierView.Request(
                  row.getInt("number"),
                  Query.texts(row, "items"),
                  row.getString("reason"),
                  row.getString("who"),
                  Query.moment(row, "requested_at"),
                  row.getBoolean("in_time"),
                  row.getBoolean("recheck"),
                  answerBy,
                  answered,
                  answered == null
                      && answerBy != null
                      && now.isAfter(answerBy)
                      && !row.getBoolean("elsewhere"));
            });
  }

  /**
   * @param plain whether the receiver is named in full
   */
  List<DossierView.Result> results(long id, boolean plain) throws SQLException {
    return Query.of(
            connection,
            """
            select d.*, coalesce(r.received_by, '') as received_by,
              coalesce(r.checked_id, '') as checked_id
            from result_document d left join lateral (
              select * from result_return where dossier_id = d.dossier_id
              order by number desc limit 1) r on true
            where d.dossier_id = ? order by d.id""",
            id)
        .list(
            row ->
                new DossierView.Result(
                    row.getString("number"),
                    row.getObject("signed_on", LocalDate.class),
                    row.getString("signer"),
                    row.getBoolean("negative"),
                    row.getString("reason"),
                    row.getObject("file_id", UUID.class),
                    plain
                        ? row.getString("received_by")
                        : Initials.of(row.getString("received_by")),
                    row.getString("checked_id")));
  }
}
