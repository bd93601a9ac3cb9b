package vn.motcua.processing;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.dossier.DossierState;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;
import vn.motcua.worktime.BundledCalendars;
import vn.motcua.worktime.DueDateQuestion;
import vn.motcua.worktime.TimeLeft;
import vn.motcua.worktime.WorkingCalendar;
import vn.motcua.worktime.WorkingTime;

/**
 * What is to be done now (việc của tôi): the present steps of an account's bodies and roles, the
 * most urgent first. A branch director sees all steps of the branch.
 *
 * <p>Every method may throw {@link vn.motcua.identity.IdentityFailure}.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Worklist {

  /** The most lines that one page may have. */
  public static final int LARGEST_PAGE = 200;

  /**
   * One short scan of the index per body and role, then the details of the lines that are shown.
   */
  static final String PAGE =
      """
      select x.*, coalesce(nullif(v.short_name, ''), v.name, p.code, f.name) as procedure_name,
        (select string_agg(pe.full_name, ', ' order by r.position)
         from dossier_person r join person pe on pe.id = r.person_id
         where r.dossier_id = x.dossier_id and r.relation = 'OWNER') as owner,
        un.name as unit_name, coalesce(st.full_name, x.assignee, '') as assignee_name,
        s.id is not null as waiting,
        coalesce(s.answer_by < ?, false) and not exists (
          select 1 from external_dossier e where e.dossier_id = x.dossier_id) as time_is_up,
        x.kind = 'MAIN' and not exists (select 1 from internal_step n
                    where n.process_id = i.process_id and n.position > x.position
                      and not (n.place = 'BRANCH' and n.position =
                        (select max(position) from internal_step where process_id = i.process_id)))
          as ends_with_result
      from (
        select t.* from unnest(?) u (unit_id) cross join unnest(?) r (role)
        cross join lateral (
          select t.id, t.dossier_id, t.position, t.name, t.name_en, t.unit_id, t.role, t.assignee,
            t.due_at as step_due_at, t.begun_at, t.dossier_due_at, t.version, d.code, d.state, d.received_at,
            d.sequence, d.procedure_id, d.field_id, t.kind,
            case when t.kind <> 'MAIN' then t.kind when t.hand_over then 'HAND_OVER' else 'STEP' end
              as sort
          from dossier_task t join dossier d on d.id = t.dossier_id
          where t.unit_id = u.unit_id and t.role = r.role and t.completed_at is null
            and d.dataset_id = ?
            and (t.dossier_due_at, t.id) > (?::timestamptz, ?)
            %s
          order by t.dossier_due_at, t.id limit ?) t
        order by t.dossier_due_at, t.id limit ?) x
      join field f on f.id = x.field_id
      join unit un on un.id = x.unit_id
      left join procedure p on p.id = x.procedure_id
      left join procedure_version v on v.procedure_id = p.id
        and v.valid_from <= (x.received_at at time zone 'Asia/Ho_Chi_Minh')::date
        and v.valid_to > (x.received_at at time zone 'Asia/Ho_Chi_Minh')::date
      left join dossier_intake i on i.dossier_id = x.dossier_id
      left join account a on a.login = x.assignee left join staff st on st.id = a.staff_id
      left join supplement_request s on s.dossier_id = x.dossier_id and s.answered_at is null
      order by x.dossier_due_at, x.id
      """;

  private static final String COUNTS =
      """
      select count(*) as whole,
        count(*) filter (where t.dossier_due_at < ? and d.state = 'OPEN') as overdue,
        count(*) filter (where t.dossier_due_at >= ? and t.dossier_due_at < ?
                           and d.state = 'OPEN') as today,
        count(*) filter (where d.state = 'PAUSED') as paused,
        count(*) filter (where d.state = 'FINISHED') as ready
      from dossier_task t join dossier d on d.id = t.dossier_id
      where t.unit_id = any(?) and t.role = any(?) and t.completed_at is null
        and d.dataset_id = ? %s
      """;

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @Inject private InstantSource clock;
  @Inject private BundledCalendars calendars;

  public Worklist() {}

  /** For use without a container. */
  Worklist(DataSource database, Access access, InstantSource clock, BundledCalendars calendars) {
    this.database = database;
    this.access = access;
    this.clock = clock;
    this.calendars = calendars;
  }

  /**
   * @param after {@link WorklistPage#next} of the former page, null for the first
   * @param size lines of a page, at most {@link #LARGEST_PAGE}
   */
  public WorklistPage page(WorklistFilter filter, String after, int size) {
    Account account = access.require(Role.CLERK, Role.OFFICER, Role.BRANCH_DIRECTOR);
    int most = Math.clamp(size, 1, LARGEST_PAGE);
    Instant now = clock.instant();
    WorklistPosition from = WorklistPosition.parse(after);
    try (Connection connection = database.getConnection()) {
      WorklistSearch search = WorklistSearch.of(connection, filter, account, now);
      WorklistBodies bodies = WorklistBodies.of(connection, access.scope());
      List<Object> values = new ArrayList<>();
      values.add(now);
      values.add(bodies.units());
      values.add(roles(account));
      values.add(dataset(connection, filter));
      values.add(from.due());
      values.add(from.task());
      values.addAll(search.values());
      values.addAll(bodies.values());
      values.add(most + 1);
      values.add(most + 1);
      WorkingCalendar calendar = calendars.ofCode(DueDateQuestion.CITY_CALENDAR);
      record Row(WorklistLine line, long task) {}
      List<Row> rows =
          Query.of(
                  connection,
                  PAGE.formatted(search.conditions() + bodies.conditions()),
                  values.toArray())
              .list(row -> new Row(line(row, now, calendar), row.getLong("id")));
      List<WorklistLine> lines = rows.stream().limit(most).map(Row::line).toList();
      if (rows.size() <= most) {
        return new WorklistPage(lines, null);
      }
      Row last = rows.get(most - 1);
      return new WorklistPage(lines, WorklistPosition.write(last.line().dueAt(), last.task()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many there are, by tab; step, procedure and text are not looked at. */
  public WorklistCounts counts(WorklistFilter filter) {
    Account account = access.require(Role.CLERK, Role.OFFICER, Role.BRANCH_DIRECTOR);
    Instant now = clock.instant();
    try (Connection connection = database.getConnection()) {
      WorklistBodies bodies = WorklistBodies.of(connection, access.scope());
      List<Object> values = new ArrayList<>();
      values.addAll(List.of(now, now, WorklistSearch.endOfDay(now)));
      values.addAll(List.of(bodies.units(), roles(account), dataset(connection, filter)));
      values.addAll(bodies.values());
      return Query.of(connection, COUNTS.formatted(bodies.conditions()), values.toArray())
          .first(
              row ->
                  new WorklistCounts(
                      row.getLong("whole"),
                      row.getLong("overdue"),
                      row.getLong("today"),
                      row.getLong("paused"),
                      row.getLong("ready")))
          .orElseThrow();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The steps and procedures at which something of the list stands, to choose from. */
  public WorklistChoices choices(WorklistFilter filter) {
    Account account = access.require(Role.CLERK, Role.OFFICER, Role.BRANCH_DIRECTOR);
    try (Connection connection = database.getConnection()) {
      return WorklistChoices.of(
          connection,
          WorklistBodies.of(connection, access.scope()),
          roles(account),
          dataset(connection, filter));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The code of the dossier that a scanner or a person gave in full, or whose number in a
   * ministry's own software was given; empty where there is none.
   */
  public Optional<String> exactCode(String text, String dataset) {
    access.require(Role.CLERK, Role.OFFICER, Role.BRANCH_DIRECTOR);
    String given = text.strip().toUpperCase(java.util.Locale.ROOT);
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              """
              select d.code from dossier d join dataset s on s.id = d.dataset_id
              where s.code = ? and (d.code = ? or d.id = (
                select min(x.dossier_id) from external_dossier x
                where x.dataset_id = s.id and upper(x.external_code) = ? having count(*) = 1))
              order by d.code <> ? limit 1""",
              dataset == null || dataset.isBlank() ? "hanoi" : dataset,
              given,
              given,
              given)
          .first(row -> row.getString("code"));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> roles(Account account) {
    return account.roles().contains(Role.BRANCH_DIRECTOR)
        ? List.of("CLERK", "OFFICER", "BRANCH_DIRECTOR")
        : account.roles().stream()
            .filter(role -> role == Role.CLERK || role == Role.OFFICER)
            .map(Role::name)
            .toList();
  }

  private static int dataset(Connection connection, WorklistFilter filter) throws SQLException {
    return Query.of(connection, "select id from dataset where code = ?", filter.dataset())
        .first(row -> row.getInt("id"))
        .orElse(0);
  }

  private static WorklistLine line(ResultSet row, Instant now, WorkingCalendar calendar)
      throws SQLException {
    WorkingTime time = new WorkingTime(calendar);
    Instant received = Query.moment(row, "received_at");
    Instant due = Query.moment(row, "dossier_due_at");
    Instant stepDue = Query.moment(row, "step_due_at");
    TimeLeft left = due == null ? null : time.timeLeft(now, due);
    boolean beside = !"MAIN".equals(row.getString("kind"));
    Instant from = beside ? Query.moment(row, "begun_at") : received;
    return new WorklistLine(
        new Seen(
            row.getLong("dossier_id"),
            row.getInt("sequence"),
            row.getInt("version"),
            beside ? row.getLong("id") : 0),
        row.getString("code"),
        row.getString("procedure_name"),
        row.getString("owner") == null ? "" : row.getString("owner"),
        row.getString("name"),
        row.getString("name_en"),
        row.getString("unit_name"),
        row.getString("role"),
        WorklistLine.Kind.valueOf(row.getString("sort")),
        row.getString("assignee_name"),
        DossierState.valueOf(row.getString("state")),
        received,
        due,
        left,
        LimitUsed.percent(time, from, now, left),
        stepDue == null || beside ? null : time.timeLeft(now, stepDue),
        row.getBoolean("ends_with_result"),
        row.getBoolean("waiting"),
        row.getBoolean("time_is_up"));
  }
}
