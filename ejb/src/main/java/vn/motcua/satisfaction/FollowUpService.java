package vn.motcua.satisfaction;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.database.StoredText;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;
import vn.motcua.identity.Scope;
import vn.motcua.worktime.BundledCalendars;
import vn.motcua.worktime.DueDateQuestion;
import vn.motcua.worktime.WorkingTime;

/**
 * What happens after an unhappy rating: taken up, closed with an outcome; or contested by who was
 * rated and decided by another body. A rating itself never changes.
 *
 * <p>Every method may throw {@link RatingFailure} and {@link vn.motcua.identity.IdentityFailure};
 * then nothing was written.
 */
@Stateless
public class FollowUpService {

  private static final String SELECT =
      """
      select r.dossier_id, d.code, coalesce(v.name, p.code, '') as procedure_name,
        coalesce(b.name, u.name) as branch, r.given_at, r.answers, r.trust, r.comment,
        coalesce(s.full_name, f.assigned_to, '') as assigned, f.due_at, f.closed_at,
        coalesce(f.outcome, '') as outcome, coalesce(c.reason, '') as contest, c.upheld,
        r.device <> '' and r.place <> 'TABLET' and (
          select count(*) from rating o where o.device = r.device
            and (o.given_at at time zone 'Asia/Ho_Chi_Minh')::date
              = (r.given_at at time zone 'Asia/Ho_Chi_Minh')::date) >= t.device_per_day
          as same_device
      from rating r
      join dossier d on d.id = r.dossier_id
      join unit u on u.id = d.unit_id
      left join unit b on b.id = d.branch_id
      left join procedure p on p.id = d.procedure_id
      left join procedure_version v on v.procedure_id = p.id and v.valid_to = 'infinity'
      left join follow_up f on f.dossier_id = r.dossier_id
      left join account a on a.login = f.assigned_to
      left join staff s on s.id = a.staff_id
      left join rating_contest c on c.dossier_id = r.dossier_id
      join rating_setting t on (r.given_at at time zone 'Asia/Ho_Chi_Minh')::date >= t.valid_from
        and (r.given_at at time zone 'Asia/Ho_Chi_Minh')::date < t.valid_to
      """;

  private static final String LISTED =
      """
       where d.dataset_id = 1 and f.dossier_id is not null
         and (f.closed_at is null or c.dossier_id is not null and c.upheld is null) = ?
         and (? or coalesce(d.branch_id, d.unit_id) = any (cast(? as integer[])))""";

  private static final String CONCERNING =
      """
       where d.dataset_id = 1
         and exists (select 1 from dossier_transition w
                     where w.dossier_id = d.id and w.actor = ?)
         and (? or coalesce(d.branch_id, d.unit_id) = any (cast(? as integer[])))""";

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @Inject private InstantSource clock;
  @Inject private BundledCalendars calendars;

  public FollowUpService() {}

  /** For use without a container. */
  public FollowUpService(
      DataSource database,
      Access access,
      AuditTrail trail,
      InstantSource clock,
      BundledCalendars calendars) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.clock = clock;
    this.calendars = calendars;
  }

  /**
   * Unhappy ratings of the city in the caller's scope, by the time left; at most 200.
   *
   * @param open false: those that are done, the latest first
   */
  public List<FollowUp> list(boolean open) {
    access.require(Role.BRANCH_DIRECTOR, Role.REPORTER, Role.LEADER, Role.AUDITOR);
    Scope scope = access.scope();
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              SELECT
                  + LISTED
                  + (open ? " order by f.due_at" : " order by r.given_at desc")
                  + " limit 200",
              open,
              scope.wholeCity(),
              scope.unitIds().stream().sorted().toList())
          .list(this::read);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Ratings of dossiers that the caller received, worked on or handed over, the latest first; at
   * most 200. Who rated is not told, and only what was rated at the caller's bodies is shown.
   */
  public List<FollowUp> concerning() {
    Account caller = access.require(Role.CLERK, Role.OFFICER, Role.BRANCH_DIRECTOR);
    Scope scope = access.scope();
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              SELECT + CONCERNING + " order by r.given_at desc limit 200",
              caller.login(),
              scope.wholeCity(),
              scope.unitIds().stream().sorted().toList())
          .list(this::read);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many {@link #list} would show without its limit. */
  public long count(boolean open) {
    access.require(Role.BRANCH_DIRECTOR, Role.REPORTER, Role.LEADER, Role.AUDITOR);
    return counted(LISTED, open);
  }

  /** How many {@link #concerning} would show without its limit. */
  public long countConcerning() {
    Account caller = access.require(Role.CLERK, Role.OFFICER, Role.BRANCH_DIRECTOR);
    return counted(CONCERNING, caller.login());
  }

  private long counted(String which, Object first) {
    Scope scope = access.scope();
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              "select count(*) from (" + SELECT + which + ") as found",
              first,
              scope.wholeCity(),
              scope.unitIds().stream().sorted().toList())
          .first(row -> row.getLong(1))
          .orElseThrow();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The caller follows it up. */
  public void take(long dossierId) {
    access.require(Role.BRANCH_DIRECTOR);
    try (Connection connection = database.getConnection()) {
      Account caller = access.requireAt(branch(connection, dossierId), Role.BRANCH_DIRECTOR);
      changed(
          Query.of(
              connection,
              "update follow_up set assigned_to = ?"
                  + " where dossier_id = ? and closed_at is null",
              caller.login(),
              dossierId));
      trail.record("rating.take", "dossier " + dossierId, Map.of());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Says what came of it. */
  public void close(long dossierId, String outcome) {
    access.require(Role.BRANCH_DIRECTOR);
    String text = said(outcome);
    try (Connection connection = database.getConnection()) {
      Account caller = access.requireAt(branch(connection, dossierId), Role.BRANCH_DIRECTOR);
      changed(
          Query.of(
              connection,
              """
              update follow_up set outcome = ?, closed_at = ?, closed_by = ?,
                assigned_to = coalesce(assigned_to, ?)
              where dossier_id = ? and closed_at is null""",
              text,
              clock.instant(),
              caller.login(),
              caller.login(),
              dossierId));
      Query.of(connection, "update rating set follow_up = 'DONE' where dossier_id = ?", dossierId)
          .update();
      trail.record("rating.close-follow-up", "dossier " + dossierId, Map.of());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The body that was rated says why the rating is not right; once. */
  public void contest(long dossierId, String reason) {
    access.require(Role.CLERK, Role.OFFICER, Role.BRANCH_DIRECTOR);
    String why = said(reason);
    try (Connection connection = database.getConnection()) {
      Account caller =
          access.requireAt(
              branch(connection, dossierId), Role.CLERK, Role.OFFICER, Role.BRANCH_DIRECTOR);
      changed(
          Query.of(
              connection,
              """
              insert into rating_contest (dossier_id, reason, contested_at, contested_by)
              select dossier_id, ?, ?, ? from rating where dossier_id = ?
              on conflict do nothing""",
              why,
              clock.instant(),
              caller.login(),
              dossierId));
      trail.record("rating.contest", "dossier " + dossierId, Map.of());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Decides a contest. For the office, by somebody who is not of the rated body.
   *
   * @throws RatingFailure.OwnMatter where he is, or contested it himself
   */
  public void decide(long dossierId, boolean upheld, String decision) {
    Account caller = access.require(Role.REPORTER, Role.LEADER);
    String why = said(decision);
    try (Connection connection = database.getConnection()) {
      int branch = branch(connection, dossierId);
      boolean own =
          Query.of(
                  connection,
                  """
                  select coalesce(u.lineage_id, u.id) = (
                      select coalesce(lineage_id, id) from unit where id = ?)
                    or exists (select 1 from rating_contest c
                               where c.dossier_id = ? and c.contested_by = a.login)
                  from account a join staff s on s.id = a.staff_id join unit u on u.id = s.unit_id
                  where a.id = ?""",
                  branch,
                  dossierId,
                  caller.id())
              .first(row -> row.getBoolean(1))
              .orElseThrow();
      if (own) {
        throw new RatingFailure.OwnMatter();
      }
      changed(
          Query.of(
              connection,
              """
              update rating_contest set decided_at = ?, decided_by = ?, upheld = ?, decision = ?
              where dossier_id = ? and decided_at is null""",
              clock.instant(),
              caller.login(),
              upheld,
              why,
              dossierId));
      trail.record(
          "rating.decide-contest",
          "dossier " + dossierId,
          Map.of("upheld", Boolean.toString(upheld)));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * T3 of the city with what stands beside it, of ratings given on these days.
   *
   * @param from first day, in the city's zone
   * @param to the day after the last
   */
  public FollowUp.Figure figure(LocalDate from, LocalDate to) {
    access.require(Role.BRANCH_DIRECTOR, Role.REPORTER, Role.LEADER, Role.AUDITOR);
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              "with one as ("
                  + SELECT.replace("c.upheld,", "c.upheld, c.decided_at, r.place,")
                  + """
                   where d.dataset_id = 1
                     and r.given_at >= cast(? as timestamp) at time zone 'Asia/Ho_Chi_Minh'
                     and r.given_at < cast(? as timestamp) at time zone 'Asia/Ho_Chi_Minh'),
                  element as (
                    select coalesce(o.upheld, false) as out, a.value
                    from one o cross join lateral unnest(o.answers) as a(value) where a.value > 0)
                  select (select count(*) from one) as ratings, count(*) as answers,
                    count(*) filter (where value >= 4) as satisfied,
                    count(*) filter (where not out) as answers_uncontested,
                    count(*) filter (where not out and value >= 4) as satisfied_uncontested,
                    (select count(*) from one where contest <> '' and upheld is null) as pending,
                    (select count(*) from one where upheld) as upheld,
                    (select count(*) from one where same_device) as flagged,
                    (select count(*) from one where place = 'TABLET') as tablet
                  from element""",
              from,
              to)
          .first(
              row ->
                  new FollowUp.Figure(
                      row.getLong("ratings"),
                      row.getLong("answers"),
                      row.getLong("satisfied"),
                      row.getLong("answers_uncontested"),
                      row.getLong("satisfied_uncontested"),
                      row.getLong("pending"),
                      row.getLong("upheld"),
                      row.getLong("flagged"),
                      row.getLong("tablet")))
          .orElseThrow();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void changed(Query change) throws SQLException {
    if (change.update() == 0) {
      throw new RatingFailure.WrongState();
    }
  }

  private static String said(String typed) {
    String text = StoredText.line(typed);
    if (text.isEmpty()) {
      throw new RatingFailure.Missing();
    }
    return text;
  }

  private static int branch(Connection connection, long dossierId) throws SQLException {
    return Query.of(
            connection,
            """
            select coalesce(d.branch_id, d.unit_id) from rating r
            join dossier d on d.id = r.dossier_id where r.dossier_id = ?""",
            dossierId)
        .first(row -> row.getInt(1))
        .orElseThrow(RatingFailure.Unknown::new);
  }

  private FollowUp read(ResultSet row) throws SQLException {
    Instant due = Query.moment(row, "due_at");
    boolean done = Query.moment(row, "closed_at") != null;
    List<Integer> answers =
        Stream.concat(
                Arrays.stream((Short[]) row.getArray("answers").getArray()).map(Short::intValue),
                Stream.of(row.getInt("trust")))
            .toList();
    return new FollowUp(
        row.getLong("dossier_id"),
        row.getString("code"),
        row.getString("procedure_name"),
        row.getString("branch"),
        Query.moment(row, "given_at"),
        answers,
        row.getString("comment"),
        row.getString("assigned"),
        due,
        due == null || done
            ? null
            : new WorkingTime(calendars.ofCode(DueDateQuestion.CITY_CALENDAR))
                .timeLeft(clock.instant(), due),
        row.getString("outcome"),
        row.getBoolean("same_device"),
        row.getString("contest"),
        row.getObject("upheld", Boolean.class));
  }
}
