package vn.motcua.satisfaction;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.dossier.DossierService;
import vn.motcua.worktime.Allowance;
import vn.motcua.worktime.BundledCalendars;
import vn.motcua.worktime.DeadlineCalculator;
import vn.motcua.worktime.DueDateQuestion;
import vn.motcua.worktime.Term;
import vn.motcua.worktime.WorkingCalendar;

/** Takes ratings, at a moment that is given: for the public page and for the demo day. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class RatingWork {

  /** Whom the history names: an applicant is nobody's account. */
  static final String ACTOR = "nguoi-dan";

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private DossierService dossiers;
  @Inject private BundledCalendars calendars;

  public RatingWork() {}

  /** For use without a container. */
  public RatingWork(DataSource database, DossierService dossiers) {
    this.database = database;
    this.dossiers = dossiers;
    calendars = new BundledCalendars();
  }

  /**
   * Takes the one rating of a dossier. Unhappy ones open a follow-up.
   *
   * @throws RatingFailure.Unknown where no such invitation is open
   * @throws RatingFailure.AlreadyGiven where the dossier was rated
   * @throws RatingFailure.Incomplete where nothing was answered
   */
  public void rate(String token, Rating rating, Instant at) {
    rating.check();
    try (Connection connection = database.getConnection()) {
      long dossier = use(connection, token, at);
      dossiers.rate(dossier, at, rating.answers(), rating.trust(), rating.place(), ACTOR);
      Query.of(
              connection,
              """
              insert into rating
                (dossier_id, given_at, place, device, answers, trust, comment, follow_up)
              values (?, ?, ?, ?, cast(string_to_array(?, ',') as smallint[]), ?, ?, ?)""",
              dossier,
              at,
              rating.place(),
              rating.device(),
              rating.answers().stream().map(String::valueOf).collect(Collectors.joining(",")),
              rating.trust(),
              rating.comment(),
              rating.unhappy() ? "OPEN" : "")
          .update();
      if (rating.unhappy()) {
        open(connection, dossier, at);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Somebody is to ask what went wrong, within the term of the day. */
  private void open(Connection connection, long dossier, Instant at) throws SQLException {
    WorkingCalendar calendar = calendars.ofCode(DueDateQuestion.CITY_CALENDAR);
    LocalDate day = calendar.dateAt(at);
    int days =
        Query.of(
                connection,
                "select follow_up_days from rating_setting where valid_from <= ? and valid_to > ?",
                day,
                day)
            .first(row -> row.getInt(1))
            .orElseThrow();
    Query.of(
            connection,
            "insert into follow_up (dossier_id, opened_at, due_at) values (?, ?, ?)",
            dossier,
            at,
            new DeadlineCalculator(calendar)
                .deadline(Term.of(at, Allowance.workingDays(days)))
                .dueAt())
        .update();
  }

  /** Locks the invitation and spends it. */
  private static long use(Connection connection, String token, Instant at) throws SQLException {
    record Invitation(long dossier, boolean used, boolean over) {}
    Invitation found =
        Query.of(
                connection,
                """
                select dossier_id, used_at is not null as used, expires_at <= ? as over
                from rating_invitation where token = ? for update""",
                at,
                token)
            .first(
                row ->
                    new Invitation(
                        row.getLong("dossier_id"), row.getBoolean("used"), row.getBoolean("over")))
            .orElseThrow(RatingFailure.Unknown::new);
    if (found.used()) {
      throw new RatingFailure.AlreadyGiven();
    }
    if (found.over()) {
      throw new RatingFailure.Unknown();
    }
    Query.of(connection, "update rating_invitation set used_at = ? where token = ?", at, token)
        .update();
    return found.dossier();
  }
}
