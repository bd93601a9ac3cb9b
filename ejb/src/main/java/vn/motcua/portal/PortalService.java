package vn.motcua.portal;

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
import java.util.regex.Pattern;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.dossier.DossierState;
import vn.motcua.notice.Notice;
import vn.motcua.notice.NoticeRows;
import vn.motcua.processing.Initials;
import vn.motcua.satisfaction.RatingInvitations;
import vn.motcua.worktime.BundledCalendars;
import vn.motcua.worktime.DueDateQuestion;
import vn.motcua.worktime.TimeLeft;
import vn.motcua.worktime.WorkingTime;

/**
 * Tracking without an account (tra cứu). The token of the receipt is the only key: the code of a
 * dossier can be guessed and opens nothing. An unknown token takes the same questions to the
 * database as a known one.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class PortalService {

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{16,64}");

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private RatingInvitations invitations;
  @Inject private InstantSource clock;
  @Inject private BundledCalendars calendars;

  public PortalService() {}

  /** For use without a container. */
  public PortalService(
      DataSource database,
      RatingInvitations invitations,
      InstantSource clock,
      BundledCalendars calendars) {
    this.database = database;
    this.invitations = invitations;
    this.clock = clock;
    this.calendars = calendars;
  }

  /**
   * The dossier of a token.
   *
   * @throws PortalFailure.Unknown where there is none, and where it was voided
   */
  public TrackedDossier track(String token) {
    Instant now = clock.instant();
    try (Connection connection = database.getConnection()) {
      long id = dossier(connection, token);
      List<TrackedDossier.Step> steps = steps(connection, id);
      List<TrackedDossier.Elsewhere> elsewhere = elsewhere(connection, id, now);
      Missing missing = missing(connection, id);
      List<Notice> notices = new NoticeRows(connection).of(id, Notice.Audience.APPLICANT);
      String rating = invitations.open(id, now).orElse("");
      return Query.of(
              connection,
              """
              select d.*, coalesce(v.name, p.code, f.name) as procedure_name, u.name as agency,
                coalesce(b.name, u.name) as branch, i.promised_at,
                coalesce(i.due_explanation, '{}') as reasons,
                coalesce(x.system, '') as system, coalesce(x.external_code, '') as external_code,
                (select pe.full_name from dossier_person r join person pe on pe.id = r.person_id
                 where r.dossier_id = d.id and r.relation = 'OWNER' order by r.position limit 1)
                  as owner
              from dossier d
              join dossier_intake i on i.dossier_id = d.id
              join field f on f.id = d.field_id
              join unit u on u.id = d.unit_id
              left join unit b on b.id = d.branch_id
              left join external_dossier x on x.dossier_id = d.id
              left join procedure p on p.id = d.procedure_id
              left join procedure_version v on v.procedure_id = p.id
                and v.valid_from <= (d.received_at at time zone 'Asia/Ho_Chi_Minh')::date
                and v.valid_to > (d.received_at at time zone 'Asia/Ho_Chi_Minh')::date
              where d.id = ? and d.state <> 'VOIDED'""",
              id)
          .first(row -> tracked(row, now, steps, elsewhere, missing, rating, notices))
          .orElseThrow(PortalFailure.Unknown::new);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What was sent and is no dossier yet, by the token that the sender was given.
   *
   * @return empty where no submission has this token, and where it has become a dossier
   */
  public Optional<TrackedSubmission> submission(String token) {
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              """
              select s.*, submission_number(s.id, s.submitted_at, s.external_id) as number,
                u.name as branch, coalesce(v.name, s.procedure_code) as procedure_name,
                coalesce(t.items, '{}') as items, coalesce(t.reason, '') as reason
              from submission s join unit u on u.id = s.branch_id
              left join procedure p on p.dataset_id = 1 and p.code = s.procedure_code
              left join procedure_version v on v.procedure_id = p.id and v.valid_to = 'infinity'
              left join lateral (
                select items, reason from submission_step x
                where x.submission_id = s.id and x.kind = s.state
                order by x.sequence desc limit 1) t on true
              where s.public_token = ? and s.state <> 'ACCEPTED'""",
              asked(token))
          .first(
              row ->
                  new TrackedSubmission(
                      row.getString("number"),
                      row.getString("procedure_name"),
                      Initials.of(row.getString("owner_name")),
                      row.getString("branch"),
                      TrackedSubmission.Stage.valueOf(row.getString("state")),
                      "POST".equals(row.getString("channel")),
                      Query.moment(row, "submitted_at"),
                      Query.moment(row, "decide_by"),
                      Query.moment(row, "decided_at"),
                      Query.texts(row, "items"),
                      row.getString("reason")));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The dossier's id, by its receipt's token or by that of the submission that it came from; one
   * that no dossier has where the token is not known.
   */
  private static long dossier(Connection connection, String token) throws SQLException {
    String asked = asked(token);
    return Query.of(
            connection,
            """
            select dossier_id from dossier_intake where public_token = ?
            union all
            select dossier_id from submission
            where public_token = ? and dossier_id is not null limit 1""",
            asked,
            asked)
        .first(row -> row.getLong("dossier_id"))
        .orElse(0L);
  }

  private static String asked(String token) {
    return token != null && TOKEN.matcher(token).matches() ? token : "";
  }

  private record Missing(List<String> items, String reason, Instant answerBy) {}

  private static Missing missing(Connection connection, long id) throws SQLException {
    return Query.of(
            connection,
            """
            select items, reason, answer_by from supplement_request
            where dossier_id = ? and answered_at is null limit 1""",
            id)
        .first(
            row ->
                new Missing(
                    Query.texts(row, "items"),
                    row.getString("reason"),
                    Query.moment(row, "answer_by")))
        .orElse(new Missing(List.of(), "", null));
  }

  /** Other bodies that have the dossier or are asked about it now, with their own deadlines. */
  private static List<TrackedDossier.Elsewhere> elsewhere(
      Connection connection, long id, Instant now) throws SQLException {
    return Query.of(
            connection,
            """
            select t.hand_over, u.name, t.due_at from dossier_task t join unit u on u.id = t.unit_id
            where t.dossier_id = ? and t.completed_at is null
              and (t.kind = 'CONSULTATION' or t.hand_over)
            order by t.hand_over desc, t.id""",
            id)
        .list(
            row -> {
              Instant due = Query.moment(row, "due_at");
              return new TrackedDossier.Elsewhere(
                  row.getBoolean("hand_over"),
                  row.getString("name"),
                  due,
                  due != null && now.isAfter(due));
            });
  }

  private static List<TrackedDossier.Step> steps(Connection connection, long id)
      throws SQLException {
    List<TrackedDossier.Step> all =
        Query.of(
                connection,
                """
                select * from (
                  select t.position, coalesce(nullif(t.public_name, ''), nullif(s.public_name, ''),
                      t.name) as name, t.completed_at, t.completed_at is null as present, t.begun_at
                  from dossier_task t
                  left join dossier_intake i on i.dossier_id = t.dossier_id
                  left join internal_step s
                    on s.process_id = i.process_id and s.position = t.position
                  where t.dossier_id = ? and not t.abandoned and t.kind = 'MAIN'
                  union all
                  select s.position, coalesce(nullif(s.public_name, ''), s.name), null, false,
                    'infinity'
                  from dossier d join dossier_intake i on i.dossier_id = d.id
                  join internal_step s on s.process_id = i.process_id
                  where d.id = ? and d.state in ('OPEN', 'PAUSED')
                    and s.position > coalesce(
                      (select position from dossier_task where dossier_id = d.id
                         and completed_at is null and kind = 'MAIN'),
                      (select max(position) from dossier_task where dossier_id = d.id))) x
                order by begun_at, position""",
                id,
                id)
            .list(
                row ->
                    new TrackedDossier.Step(
                        row.getString("name"),
                        row.getBoolean("present"),
                        Query.moment(row, "completed_at")));
    List<TrackedDossier.Step> plain = new ArrayList<>();
    for (TrackedDossier.Step step : all) {
      if (!plain.isEmpty() && plain.getLast().name().equals(step.name())) {
        plain.removeLast();
      }
      plain.add(step);
    }
    return plain;
  }

  private TrackedDossier tracked(
      ResultSet row,
      Instant now,
      List<TrackedDossier.Step> steps,
      List<TrackedDossier.Elsewhere> elsewhere,
      Missing missing,
      String rating,
      List<Notice> notices)
      throws SQLException {
    DossierState state = DossierState.valueOf(row.getString("state"));
    Instant due = Query.moment(row, "due_at");
    Instant finished = Query.moment(row, "finished_at");
    Instant closed = Query.moment(row, "closed_at");
    Instant ended = finished == null ? closed : finished;
    Instant returned = Query.moment(row, "returned_at");
    boolean refused = "REFUSED".equals(row.getString("outcome"));
    boolean late =
        due != null
            && (finished == null
                ? state == DossierState.OPEN && now.isAfter(due)
                : finished.isAfter(due));
    TimeLeft left =
        due == null || state != DossierState.OPEN
            ? null
            : new WorkingTime(calendars.ofCode(DueDateQuestion.CITY_CALENDAR)).timeLeft(now, due);
    return new TrackedDossier(
        row.getString("code"),
        row.getString("procedure_name"),
        Initials.of(row.getString("owner")),
        row.getString("branch"),
        row.getString("agency"),
        stage(state, refused, returned != null, !missing.items().isEmpty(), late),
        Query.moment(row, "received_at"),
        due,
        Query.moment(row, "original_due_at"),
        Query.moment(row, "promised_at"),
        ended,
        returned,
        late,
        left,
        Query.texts(row, "reasons"),
        steps,
        state.open() ? elsewhere : List.of(),
        state.open() ? missing.items() : List.of(),
        missing.reason(),
        missing.answerBy(),
        refused,
        rating,
        row.getString("system"),
        row.getString("external_code"),
        notices);
  }

  private static TrackedDossier.Stage stage(
      DossierState state, boolean refused, boolean returned, boolean waiting, boolean late) {
    if (returned) {
      return TrackedDossier.Stage.RETURNED;
    }
    return switch (state) {
      case CLOSED, VOIDED -> TrackedDossier.Stage.CLOSED;
      case FINISHED -> refused ? TrackedDossier.Stage.REFUSED : TrackedDossier.Stage.READY;
      case PAUSED -> waiting ? TrackedDossier.Stage.WAITING_FOR_YOU : TrackedDossier.Stage.PAUSED;
      case OPEN ->
          waiting
              ? TrackedDossier.Stage.WAITING_FOR_YOU
              : late ? TrackedDossier.Stage.LATE : TrackedDossier.Stage.IN_PROGRESS;
    };
  }
}
