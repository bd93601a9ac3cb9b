package vn.motcua.feedback;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.database.StoredText;
import vn.motcua.worktime.BundledCalendars;
import vn.motcua.worktime.DueDateQuestion;
import vn.motcua.worktime.WorkingCalendar;

/**
 * What anybody may do: send feedback, follow it by its token, say whether the answer satisfies,
 * have it looked at once more, read what was published. No account is asked for.
 *
 * <p>Every method may throw {@link FeedbackFailure}; then nothing was written.
 */
@Stateless
public class PublicFeedback {

  /** What the sender gets to keep. */
  public record Sent(String code, String token) {}

  /**
   * Where it stands, for who holds the token. No name of anybody.
   *
   * @param answer empty: none yet
   * @param maySupplement something is asked for, told by {@code decision}
   */
  public record Tracked(
      String code,
      FeedbackState state,
      String title,
      Instant receivedAt,
      Instant dueAt,
      String decision,
      String answer,
      Integer satisfied,
      boolean maySupplement,
      boolean mayRate,
      boolean mayReopen) {}

  /** A published answer, identities taken out. */
  public record Published(
      String code, FeedbackClass kind, String title, String body, String answer, Instant at) {}

  private static final int PAGE = 20;

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @Inject private InstantSource clock;
  @Inject private BundledCalendars calendars;
  private final SecureRandom chance = new SecureRandom();

  public PublicFeedback() {}

  /** For use without a container. */
  public PublicFeedback(DataSource database, InstantSource clock, BundledCalendars calendars) {
    this.database = database;
    this.clock = clock;
    this.calendars = calendars;
  }

  /** Takes feedback from the public page. */
  public Sent send(NewFeedback said) {
    Instant now = clock.instant();
    WorkingCalendar calendar = calendars.ofCode(DueDateQuestion.CITY_CALENDAR);
    said.check(calendar.dateAt(now));
    try (Connection connection = database.getConnection()) {
      FeedbackRegister.Kept kept =
          new FeedbackRegister(connection)
              .write(
                  said,
                  FeedbackChannel.PORTAL,
                  now,
                  calendar.dateAt(now),
                  new FeedbackClock(connection, calendar).due("CLASSIFY", now),
                  token(),
                  "");
      return new Sent(kept.code(), kept.token());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where it stands. */
  public Tracked track(String token) {
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              FeedbackRow.SELECT + " where f.token = ?",
              token == null ? "" : token.strip())
          .first(FeedbackRow::read)
          .map(PublicFeedback::tracked)
          .orElseThrow(FeedbackFailure.Unknown::new);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Tracked tracked(FeedbackRow row) {
    boolean answered =
        row.state() == FeedbackState.ANSWERED || row.state() == FeedbackState.PUBLISHED;
    return new Tracked(
        row.code(),
        row.state(),
        row.title(),
        row.receivedAt(),
        answered ? null : row.dueAt(),
        row.decision(),
        answered ? row.answer() : "",
        row.satisfied(),
        row.state() == FeedbackState.SUPPLEMENT,
        answered && row.satisfied() == null,
        answered && row.reopened() == 0);
  }

  /** Adds what was asked for; the conditions are checked again, within a new term. */
  public void supplement(String token, String text) {
    String more = StoredText.paragraphs(text);
    if (more.isEmpty()) {
      throw new FeedbackFailure.Missing("body");
    }
    Instant now = clock.instant();
    try (Connection connection = database.getConnection()) {
      FeedbackRow row = FeedbackRow.lockedByToken(connection, token);
      row.in(FeedbackState.SUPPLEMENT);
      Query.of(
              connection,
              """
              update feedback set state = 'NEW', body = left(body || E'\\n\\n' || ?, 16000),
                due_at = ?, version = version + 1 where id = ?""",
              more,
              clockAt(connection).due("CLASSIFY", now),
              row.id())
          .update();
      new FeedbackRegister(connection).tell(row.id(), now, "", "SUPPLEMENTED", "");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Whether the answer satisfies, once.
   *
   * @param score 1 (rất không hài lòng) to 5 (rất hài lòng)
   */
  public void rate(String token, int score, String note) {
    if (score < 1 || score > 5) {
      throw new FeedbackFailure.Missing("score");
    }
    Instant now = clock.instant();
    try (Connection connection = database.getConnection()) {
      FeedbackRow row = FeedbackRow.lockedByToken(connection, token);
      row.in(FeedbackState.ANSWERED, FeedbackState.PUBLISHED);
      if (row.satisfied() != null) {
        throw new FeedbackFailure.WrongState();
      }
      Query.of(
              connection,
              "update feedback set satisfied = ?, satisfied_note = ?, version = version + 1"
                  + " where id = ?",
              score,
              StoredText.line(note),
              row.id())
          .update();
      new FeedbackRegister(connection).tell(row.id(), now, "", "RATED", Integer.toString(score));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Has it looked at once more, from the beginning; a published answer is taken down meanwhile.
   *
   * @throws FeedbackFailure.ReopenedBefore the second time
   */
  public void reopen(String token, String reason) {
    String why = StoredText.paragraphs(reason);
    if (why.isEmpty()) {
      throw new FeedbackFailure.Missing("reason");
    }
    Instant now = clock.instant();
    try (Connection connection = database.getConnection()) {
      FeedbackRow row = FeedbackRow.lockedByToken(connection, token);
      row.in(FeedbackState.ANSWERED, FeedbackState.PUBLISHED);
      if (row.reopened() > 0) {
        throw new FeedbackFailure.ReopenedBefore();
      }
      FeedbackRegister register = new FeedbackRegister(connection);
      register.tell(row.id(), now, "", "FORMER_ANSWER", row.answer());
      Query.of(
              connection,
              """
              update feedback set state = 'NEW', reopened = 1, upheld = null, answer = '',
                answered_at = null, answered_by = null, published_at = null, satisfied = null,
                complex = false, due_at = ?, version = version + 1 where id = ?""",
              clockAt(connection).due("CLASSIFY", now),
              row.id())
          .update();
      register.tell(row.id(), now, "", "REOPENED", why);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Published answers, the latest first.
   *
   * @param page from 0; at most 20 each
   */
  public List<Published> published(int page) {
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              """
              select code, class, published_title, published_body, published_answer, published_at
              from feedback where state = 'PUBLISHED'
              order by published_at desc, id desc limit ? offset ?""",
              PAGE,
              Math.clamp(page, 0, 1_000) * PAGE)
          .list(
              row ->
                  new Published(
                      row.getString("code"),
                      FeedbackClass.valueOf(row.getString("class")),
                      row.getString("published_title"),
                      row.getString("published_body"),
                      row.getString("published_answer"),
                      Query.moment(row, "published_at")));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private FeedbackClock clockAt(Connection connection) {
    return new FeedbackClock(connection, calendars.ofCode(DueDateQuestion.CITY_CALENDAR));
  }

  private String token() {
    byte[] bits = new byte[16];
    chance.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }
}
