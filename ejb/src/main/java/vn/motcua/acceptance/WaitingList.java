package vn.motcua.acceptance;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.dossier.Channel;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;
import vn.motcua.identity.Scope;
import vn.motcua.reception.FileContent;
import vn.motcua.reception.StoredFile;
import vn.motcua.worktime.BundledCalendars;
import vn.motcua.worktime.DueDateQuestion;
import vn.motcua.worktime.WorkingTime;

/** What waits to be accepted (danh sách chờ tiếp nhận), the least time left first. */
@Stateless
public class WaitingList {

  /** The most lines that one page may have. */
  public static final int LARGEST_PAGE = 200;

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @Inject private InstantSource clock;
  @Inject private BundledCalendars calendars;

  public WaitingList() {}

  /** For use without a container. */
  WaitingList(
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

  /** What waits at the caller's branches. */
  public List<SubmissionLine> waiting() {
    access.require(Role.CLERK, Role.BRANCH_DIRECTOR);
    Scope scope = access.scope();
    WorkingTime time = new WorkingTime(calendars.ofCode(DueDateQuestion.CITY_CALENDAR));
    Instant now = clock.instant();
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              """
              select s.*, submission_number(s.id, s.submitted_at, s.external_id) as number,
                u.name as branch, coalesce(nullif(v.short_name, ''), v.name) as procedure
              from submission s join unit u on u.id = s.branch_id
              left join procedure p on p.dataset_id = 1 and p.code = s.procedure_code
              left join procedure_version v on v.procedure_id = p.id and v.valid_to = 'infinity'
              where s.state = 'WAITING' and (? or s.branch_id = any(?::int[]))
              order by s.decide_by, s.id limit ?""",
              scope.wholeCity(),
              List.copyOf(scope.unitIds()),
              LARGEST_PAGE)
          .list(
              row ->
                  new SubmissionLine(
                      row.getLong("id"),
                      row.getString("external_id"),
                      row.getString("number"),
                      row.getString("source_system"),
                      Channel.valueOf(row.getString("channel")),
                      row.getString("procedure"),
                      row.getString("owner_name"),
                      row.getString("branch"),
                      Query.moment(row, "submitted_at"),
                      Query.moment(row, "decide_by"),
                      time.timeLeft(now, Query.moment(row, "decide_by")),
                      Query.moment(row, "seen_at") == null
                          ? time.timeLeft(now, Query.moment(row, "see_by"))
                          : null,
                      row.getInt("edits")));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The stock by branch now, for boards: within and beyond both clocks. Only the caller's own
   * branches, for those who do not see the whole city.
   */
  public List<BranchWaiting> byBranch() {
    access.require(
        Role.BRANCH_DIRECTOR, Role.LEADER, Role.REPORTER, Role.ADMINISTRATOR, Role.AUDITOR);
    Scope scope = access.scope();
    Instant now = clock.instant();
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              """
              select u.id, u.name,
                count(*) filter (where s.decide_by >= ?) as within_it,
                count(*) filter (where s.decide_by < ?) as beyond_it,
                count(*) filter (where s.seen_at is null and s.see_by >= ?) as unseen_within,
                count(*) filter (where s.seen_at is null and s.see_by < ?) as unseen_beyond
              from submission s join unit u on u.id = s.branch_id
              where s.dataset_id = 1 and s.state = 'WAITING' and (? or s.branch_id = any(?::int[]))
              group by u.id, u.name order by u.name""",
              now,
              now,
              now,
              now,
              scope.wholeCity(),
              List.copyOf(scope.unitIds()))
          .list(
              row ->
                  new BranchWaiting(
                      row.getInt("id"),
                      row.getString("name"),
                      row.getInt("within_it"),
                      row.getInt("beyond_it"),
                      row.getInt("unseen_within"),
                      row.getInt("unseen_beyond")));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Shows a submission to who decides; the first of them stops the clock of 2 hours. Written to the
   * audit trail.
   *
   * @throws AcceptanceFailure.Unknown where there is none
   */
  public SubmissionView open(long id) {
    access.require(Role.CLERK, Role.BRANCH_DIRECTOR);
    try (Connection connection = database.getConnection()) {
      SubmissionRow row = SubmissionRow.locked(connection, id);
      Account clerk = access.requireAt(row.branchId(), Role.CLERK, Role.BRANCH_DIRECTOR);
      trail.readPersonalData("submission " + id, "acceptance");
      if (row.state() == SubmissionState.WAITING && row.seenAt() == null) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        // Seeing is no decision: the version stays, else two readers would refuse each other.
        Query.of(
                connection,
                "update submission set seen_at = ?, seen_by = ? where id = ?",
                now,
                clerk.login(),
                id)
            .update();
        row.step(connection, "SEEN", now, clerk.login(), List.of(), "", "");
        trail.record("submission.see", "submission " + id, Map.of());
      }
      return view(connection, id);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SubmissionView view(Connection connection, long id) throws SQLException {
    List<SubmissionView.Paper> papers =
        Query.of(
                connection,
                """
                select w.component, w.file_id, f.media_type, f.size,
                  coalesce(nullif(w.name, ''), (select c.name from procedure_component c
                    join procedure p on p.id = c.procedure_id and p.code = s.procedure_code
                    where c.code = w.component and c.valid_to = 'infinity' limit 1), f.name) as name
                from submission s
                join submission_paper w on w.submission_id = s.id and w.revision = s.revision
                join stored_file f on f.id = w.file_id
                where s.id = ? order by w.position""",
                id)
            .list(
                row ->
                    new SubmissionView.Paper(
                        row.getString("component"),
                        row.getString("name"),
                        row.getObject("file_id", UUID.class),
                        row.getString("media_type"),
                        row.getLong("size")));
    List<SubmissionView.Step> steps =
        Query.of(
                connection,
                """
                select s.*, coalesce(st.full_name, s.actor) as who from submission_step s
                left join account a on a.login = s.actor left join staff st on st.id = a.staff_id
                where s.submission_id = ? order by s.sequence desc""",
                id)
            .list(
                row ->
                    new SubmissionView.Step(
                        row.getString("kind"),
                        Query.moment(row, "at"),
                        row.getString("who"),
                        Query.texts(row, "items"),
                        row.getString("reason")));
    return Query.of(
            connection,
            """
            select s.*, submission_number(s.id, s.submitted_at, s.external_id) as number,
              u.name as branch, coalesce(v.name, s.procedure_code) as procedure,
              coalesce(d.code, '') as dossier_code
            from submission s join unit u on u.id = s.branch_id
            left join procedure p on p.dataset_id = 1 and p.code = s.procedure_code
            left join procedure_version v on v.procedure_id = p.id and v.valid_to = 'infinity'
            left join dossier d on d.id = s.dossier_id where s.id = ?""",
            id)
        .first(row -> view(row, papers, steps))
        .orElseThrow(AcceptanceFailure.Unknown::new);
  }

  private static SubmissionView view(
      ResultSet row, List<SubmissionView.Paper> papers, List<SubmissionView.Step> steps)
      throws SQLException {
    SubmissionContent content = SubmissionContent.read(row.getString("content"));
    return new SubmissionView(
        row.getLong("id"),
        row.getInt("version"),
        row.getString("external_id"),
        row.getString("number"),
        row.getString("source_system"),
        Channel.valueOf(row.getString("channel")),
        SubmissionState.valueOf(row.getString("state")),
        row.getString("procedure_code"),
        row.getString("procedure"),
        row.getString("branch"),
        content.owner().fullName(),
        row.getString("owner_number"),
        content.owner().phone(),
        content.owner().address(),
        content.submitter() == null ? "" : content.submitter().fullName(),
        content.summary(),
        Query.moment(row, "submitted_at"),
        Query.moment(row, "see_by"),
        Query.moment(row, "decide_by"),
        row.getInt("edits"),
        row.getString("dossier_code"),
        row.getString("public_token"),
        papers,
        steps);
  }

  /**
   * A file that came with a submission. Written to the audit trail.
   *
   * @throws AcceptanceFailure.Unknown where the submission has none such
   */
  public FileContent file(long id, UUID fileId) {
    access.require(Role.CLERK, Role.BRANCH_DIRECTOR);
    try (Connection connection = database.getConnection()) {
      SubmissionRow row = SubmissionRow.of(connection, id);
      access.requireAt(row.branchId(), Role.CLERK, Role.BRANCH_DIRECTOR);
      trail.readPersonalData("submission " + id, "paper");
      return Query.of(
              connection,
              """
              select f.* from stored_file f join submission_paper w on w.file_id = f.id
              where w.submission_id = ? and f.id = ?""",
              id,
              fileId)
          .first(
              file ->
                  new FileContent(
                      new StoredFile(
                          fileId,
                          file.getString("name"),
                          file.getString("media_type"),
                          file.getLong("size")),
                      file.getBytes("content")))
          .orElseThrow(AcceptanceFailure.Unknown::new);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
