package vn.motcua.feedback;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.IdentityFailure;
import vn.motcua.identity.Role;
import vn.motcua.identity.Scope;
import vn.motcua.worktime.BundledCalendars;
import vn.motcua.worktime.DueDateQuestion;
import vn.motcua.worktime.WorkingCalendar;
import vn.motcua.worktime.WorkingTime;

/**
 * Feedback as staff see it: registered at the counter or from the hotline, listed by the time left,
 * opened. The office sees all; others what their body decides, and nobody what is about his own.
 *
 * <p>Every method may throw {@link FeedbackFailure} and {@link IdentityFailure}.
 */
@Stateless
public class FeedbackDesk {

  private static final Role[] ALL = {
    Role.REPORTER, Role.LEADER, Role.AUDITOR, Role.OFFICER, Role.BRANCH_DIRECTOR
  };
  private static final int MOST = 200;
  private static final String LISTED =
      """
       where f.dataset_id = 1 and (f.state in ('NEW', 'SUPPLEMENT', 'ASSIGNED', 'ANSWERED')) = ?
         and (? or f.judge_unit_id = any (cast(? as integer[])))""";

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @Inject private InstantSource clock;
  @Inject private BundledCalendars calendars;
  private final SecureRandom chance = new SecureRandom();

  public FeedbackDesk() {}

  /** For use without a container. */
  public FeedbackDesk(
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

  /** Registers what somebody said by telephone, letter, Zalo or at the counter. */
  public PublicFeedback.Sent register(FeedbackChannel channel, NewFeedback said) {
    Account caller = access.require(Role.CLERK, Role.OFFICER, Role.BRANCH_DIRECTOR, Role.REPORTER);
    if (channel == null || channel == FeedbackChannel.PORTAL) {
      throw new FeedbackFailure.Missing("channel");
    }
    Instant now = clock.instant();
    WorkingCalendar calendar = calendar();
    said.check(calendar.dateAt(now));
    byte[] bits = new byte[16];
    chance.nextBytes(bits);
    try (Connection connection = database.getConnection()) {
      FeedbackRegister.Kept kept =
          new FeedbackRegister(connection)
              .write(
                  said,
                  channel,
                  now,
                  calendar.dateAt(now),
                  new FeedbackClock(connection, calendar).due("CLASSIFY", now),
                  Base64.getUrlEncoder().withoutPadding().encodeToString(bits),
                  caller.login());
      trail.record("feedback.register", "feedback " + kept.id(), Map.of("channel", channel.name()));
      return new PublicFeedback.Sent(kept.code(), kept.token());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many {@link #worklist} would show without its limit. */
  public long waiting(boolean open) {
    Account caller = access.require(ALL);
    try (Connection connection = database.getConnection()) {
      Scope scope = access.scope();
      return Query.of(
              connection,
              "select count(*) from feedback f " + LISTED,
              open,
              seesAll(caller) || scope.wholeCity(),
              scope.unitIds().stream().sorted().toList())
          .first(row -> row.getLong(1))
          .orElseThrow();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What is to be done, the most urgent first; at most 200.
   *
   * @param open false: what is over, the latest first
   */
  public List<FeedbackLine> worklist(boolean open) {
    Account caller = access.require(ALL);
    try (Connection connection = database.getConnection()) {
      Scope scope = access.scope();
      boolean all = seesAll(caller);
      return Query.of(
              connection,
              FeedbackRow.SELECT
                  + LISTED
                  + (open ? " order by f.due_at, f.id" : " order by f.id desc")
                  + " limit ?",
              open,
              all || scope.wholeCity(),
              scope.unitIds().stream().sorted().toList(),
              MOST)
          .list(row -> line(FeedbackRow.read(row)));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Feedback in full. Who sent it is told only to the office and to who decides, and the reading is
   * audited.
   */
  public FeedbackView open(long id) {
    Account caller = access.require(ALL);
    try (Connection connection = database.getConnection()) {
      FeedbackRow row =
          Query.of(connection, FeedbackRow.SELECT + " where f.id = ?", id)
              .first(FeedbackRow::read)
              .orElseThrow(FeedbackFailure.Unknown::new);
      boolean judge = row.judgeUnitId() != null && access.scope().includes(row.judgeUnitId());
      if (!seesAll(caller) && !judge) {
        throw new IdentityFailure.OutOfScope();
      }
      if (!seesAll(caller)) {
        new Impartiality(connection).checkPerson(caller.id(), row.judgedUnitId());
      }
      boolean told = caller.roles().contains(Role.REPORTER) || judge && !isOnlyLooking(caller);
      if (told) {
        trail.readPersonalData("feedback " + id, "feedback");
      }
      return view(connection, row, told);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean seesAll(Account caller) {
    return caller.roles().contains(Role.REPORTER) || isOnlyLooking(caller);
  }

  private static boolean isOnlyLooking(Account caller) {
    return caller.roles().contains(Role.LEADER) || caller.roles().contains(Role.AUDITOR);
  }

  private FeedbackView view(Connection connection, FeedbackRow row, boolean told)
      throws SQLException {
    List<String> names = row.names();
    boolean published = row.state() == FeedbackState.PUBLISHED;
    return new FeedbackView(
        line(row),
        row.version(),
        row.conductOn(),
        told ? row.title() : ProtectedText.of(row.title(), names),
        told ? row.body() : ProtectedText.of(row.body(), names),
        row.dossierCode(),
        row.judgedUnitId(),
        row.judged(),
        row.judgeUnitId(),
        row.complex(),
        row.decision(),
        row.upheld(),
        row.answer(),
        row.answeredAt(),
        row.publishedAt(),
        published ? row.publishedTitle() : ProtectedText.of(row.title(), names),
        published ? row.publishedBody() : ProtectedText.of(row.body(), names),
        published ? row.publishedAnswer() : ProtectedText.of(row.answer(), names),
        row.satisfied(),
        row.satisfiedNote(),
        told ? row.sender() : null,
        Query.of(
                connection,
                """
                select t.at, coalesce(s.full_name, t.actor) as who, t.kind, t.note
                from feedback_step t left join account a on a.login = t.actor
                left join staff s on s.id = a.staff_id
                where t.feedback_id = ? order by t.id""",
                row.id())
            .list(
                step ->
                    new FeedbackView.Step(
                        Query.moment(step, "at"),
                        step.getString("who"),
                        step.getString("kind"),
                        told
                            ? step.getString("note")
                            : ProtectedText.of(step.getString("note"), names))));
  }

  private FeedbackLine line(FeedbackRow row) {
    return new FeedbackLine(
        row.id(),
        row.code(),
        row.channel(),
        row.state(),
        row.kind(),
        ProtectedText.of(row.title(), row.names()),
        row.judge(),
        row.reopened() > 0,
        row.receivedAt(),
        row.dueAt(),
        row.dueAt() == null
            ? null
            : new WorkingTime(calendar()).timeLeft(clock.instant(), row.dueAt()));
  }

  private WorkingCalendar calendar() {
    return calendars.ofCode(DueDateQuestion.CITY_CALENDAR);
  }
}
