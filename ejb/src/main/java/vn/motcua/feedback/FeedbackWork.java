package vn.motcua.feedback;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.database.StoredText;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;
import vn.motcua.worktime.BundledCalendars;
import vn.motcua.worktime.DueDateQuestion;

/**
 * The steps of feedback: conditions and class by the office, decision by a body that is not judged,
 * publication by the office. Each step begins the clock of the next.
 *
 * <p>Every method may throw {@link FeedbackFailure} and {@link vn.motcua.identity.IdentityFailure};
 * then nothing was written.
 */
@Stateless
public class FeedbackWork {

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @Inject private InstantSource clock;
  @Inject private BundledCalendars calendars;

  public FeedbackWork() {}

  /** For use without a container. */
  public FeedbackWork(
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

  /** The conditions are not met: not taken, with the reason told to the sender. */
  public void refuse(long id, String reason) {
    Account caller = access.require(Role.REPORTER);
    end(id, FeedbackState.REFUSED, null, said(reason, "reason"), "REFUSED", caller);
  }

  /** Outside the city's competence: handed to who is competent, told to the sender. */
  public void forward(long id, String to) {
    Account caller = access.require(Role.REPORTER);
    end(id, FeedbackState.FORWARDED, FeedbackClass.OUTSIDE, said(to, "to"), "FORWARDED", caller);
  }

  /** Asks the sender for what is missing. */
  public void askForMore(long id, String what) {
    Account caller = access.require(Role.REPORTER);
    String asked = said(what, "reason");
    Instant now = clock.instant();
    try (Connection connection = database.getConnection()) {
      FeedbackRow row = FeedbackRow.locked(connection, id);
      row.in(FeedbackState.NEW);
      Query.of(
              connection,
              "update feedback set state = 'SUPPLEMENT', decision = ?, due_at = ?,"
                  + " version = version + 1 where id = ?",
              asked,
              clockAt(connection).due("SUPPLEMENT", now),
              id)
          .update();
      told(connection, id, now, caller, "ASKED", asked);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void end(
      long id, FeedbackState state, FeedbackClass kind, String why, String told, Account caller) {
    Instant now = clock.instant();
    try (Connection connection = database.getConnection()) {
      FeedbackRow row = FeedbackRow.locked(connection, id);
      row.in(FeedbackState.NEW, FeedbackState.SUPPLEMENT);
      Query.of(
              connection,
              // The term is kept: what is refused too late is late. A sender who has to supplement
              // something has his own.
              """
              update feedback set state = ?, class = ?, decision = ?, classified_at = ?,
                answer_due_at = case state when 'NEW' then due_at end,
                due_at = null, version = version + 1 where id = ?""",
              state,
              kind,
              why,
              now,
              id)
          .update();
      told(connection, id, now, caller, told, why);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Says what it is about and who decides.
   *
   * @param kind conduct or regulation
   * @param judged whose conduct or rule it is about
   * @param judge who decides; neither the judged body nor one below it
   * @throws FeedbackFailure.JudgeIsJudged where it is
   */
  public void assign(long id, FeedbackClass kind, int judged, int judge) {
    Account caller = access.require(Role.REPORTER);
    if (kind == null || kind == FeedbackClass.OUTSIDE) {
      throw new FeedbackFailure.Missing("class");
    }
    Instant now = clock.instant();
    try (Connection connection = database.getConnection()) {
      FeedbackRow row = FeedbackRow.locked(connection, id);
      row.in(FeedbackState.NEW);
      known(connection, judged);
      known(connection, judge);
      new Impartiality(connection).checkBodies(judge, judged);
      Query.of(
              connection,
              """
              update feedback set state = 'ASSIGNED', class = ?, judged_unit_id = ?,
                judge_unit_id = ?, classified_at = ?, decision = '', due_at = ?,
                answer_due_at = ?, version = version + 1 where id = ?""",
              kind,
              judged,
              judge,
              now,
              clockAt(connection).due("ANSWER", now),
              clockAt(connection).due("ANSWER", now),
              id)
          .update();
      told(connection, id, now, caller, "ASSIGNED", kind.name());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A complex matter: the longer term counts, from the same day. For who decides. */
  public void markComplex(long id, String reason) {
    access.require(Role.OFFICER, Role.BRANCH_DIRECTOR, Role.REPORTER);
    String why = said(reason, "reason");
    Instant now = clock.instant();
    try (Connection connection = database.getConnection()) {
      FeedbackRow row = FeedbackRow.locked(connection, id);
      row.in(FeedbackState.ASSIGNED);
      Account caller = judge(connection, row);
      Instant due = clockAt(connection).due("COMPLEX", row.classifiedAt());
      Query.of(
              connection,
              "update feedback set complex = true, due_at = ?, answer_due_at = ?,"
                  + " version = version + 1 where id = ?",
              due,
              due,
              id)
          .update();
      told(connection, id, now, caller, "COMPLEX", why);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Decides and answers. For the body that was named, by somebody who is not of the judged one.
   *
   * @param upheld whether what was said is true; needed for conduct
   */
  public void answer(long id, String answer, Boolean upheld) {
    access.require(Role.OFFICER, Role.BRANCH_DIRECTOR, Role.REPORTER);
    String text = StoredText.paragraphs(answer);
    if (text.isEmpty()) {
      throw new FeedbackFailure.Missing("answer");
    }
    Instant now = clock.instant();
    try (Connection connection = database.getConnection()) {
      FeedbackRow row = FeedbackRow.locked(connection, id);
      row.in(FeedbackState.ASSIGNED);
      Account caller = judge(connection, row);
      if (row.kind() == FeedbackClass.CONDUCT && upheld == null) {
        throw new FeedbackFailure.Missing("upheld");
      }
      Query.of(
              connection,
              """
              update feedback set state = 'ANSWERED', answer = ?, upheld = ?, answered_at = ?,
                answered_by = ?, due_at = ?, version = version + 1 where id = ?""",
              text,
              row.kind() == FeedbackClass.CONDUCT ? upheld : null,
              now,
              caller.login(),
              clockAt(connection).due("PUBLISH", now),
              id)
          .update();
      told(connection, id, now, caller, "ANSWERED", "");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Publishes question and answer. Texts that would still tell who somebody is are refused.
   *
   * @throws FeedbackFailure.StillNames with the part that does
   */
  public void publish(long id, String title, String body, String answer) {
    Account caller = access.require(Role.REPORTER);
    Instant now = clock.instant();
    try (Connection connection = database.getConnection()) {
      FeedbackRow row = FeedbackRow.locked(connection, id);
      row.in(FeedbackState.ANSWERED);
      String publicTitle = safe(row, said(title, "title"), "title");
      String publicBody = safe(row, StoredText.paragraphs(body), "body");
      String publicAnswer = safe(row, StoredText.paragraphs(answer), "answer");
      if (publicBody.isEmpty() || publicAnswer.isEmpty()) {
        throw new FeedbackFailure.Missing("body");
      }
      Query.of(
              connection,
              """
              update feedback set state = 'PUBLISHED', published_at = ?, published_title = ?,
                published_body = ?, published_answer = ?, due_at = null, version = version + 1
              where id = ?""",
              now,
              publicTitle,
              publicBody,
              publicAnswer,
              id)
          .update();
      told(connection, id, now, caller, "PUBLISHED", "");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String safe(FeedbackRow row, String text, String part) {
    if (!ProtectedText.isSafe(text, row.names())) {
      throw new FeedbackFailure.StillNames(part);
    }
    return text;
  }

  private Account judge(Connection connection, FeedbackRow row) throws SQLException {
    Account caller =
        access.requireAt(row.judgeUnitId(), Role.OFFICER, Role.BRANCH_DIRECTOR, Role.REPORTER);
    new Impartiality(connection).checkPerson(caller.id(), row.judgedUnitId());
    return caller;
  }

  private static void known(Connection connection, int unit) throws SQLException {
    Query.of(connection, "select 1 from unit where id = ? and dataset_id = 1", unit)
        .first(found -> true)
        .orElseThrow(() -> new FeedbackFailure.Missing("unit"));
  }

  private static String said(String typed, String entry) {
    String text = StoredText.line(typed);
    if (text.isEmpty()) {
      throw new FeedbackFailure.Missing(entry);
    }
    return text;
  }

  private void told(
      Connection connection, long id, Instant at, Account caller, String kind, String note)
      throws SQLException {
    new FeedbackRegister(connection).tell(id, at, caller.login(), kind, note);
    trail.record("feedback." + kind.toLowerCase(java.util.Locale.ROOT), "feedback " + id, Map.of());
  }

  private FeedbackClock clockAt(Connection connection) {
    return new FeedbackClock(connection, calendars.ofCode(DueDateQuestion.CITY_CALENDAR));
  }
}
