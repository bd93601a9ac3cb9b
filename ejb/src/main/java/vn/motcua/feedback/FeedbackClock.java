package vn.motcua.feedback;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import vn.motcua.database.Query;
import vn.motcua.worktime.Allowance;
import vn.motcua.worktime.AllowanceUnit;
import vn.motcua.worktime.DeadlineCalculator;
import vn.motcua.worktime.Term;
import vn.motcua.worktime.WorkingCalendar;

/** When a step of feedback or of a petition is due: terms of the day, by the city's calendar. */
final class FeedbackClock {

  private final Connection connection;
  private final WorkingCalendar calendar;

  FeedbackClock(Connection connection, WorkingCalendar calendar) {
    this.connection = connection;
    this.calendar = calendar;
  }

  /**
   * @param step as the table feedback_term names it
   */
  Instant due(String step, Instant from) throws SQLException {
    LocalDate day = calendar.dateAt(from);
    int days =
        Query.of(
                connection,
                """
                select working_days from feedback_term
                where step = ? and valid_from <= ? and valid_to > ?""",
                step,
                day,
                day)
            .first(row -> row.getInt(1))
            .orElseThrow(() -> new IllegalStateException("No term for " + step + " on " + day));
    return at(from, Allowance.workingDays(days));
  }

  /**
   * @param step ROUTE or SETTLE
   */
  Instant due(PetitionKind kind, String step, Instant from) throws SQLException {
    LocalDate day = calendar.dateAt(from);
    Allowance allowance =
        Query.of(
                connection,
                """
                select amount, unit from petition_term
                where kind = ? and step = ? and valid_from <= ? and valid_to > ?""",
                kind,
                step,
                day,
                day)
            .first(row -> new Allowance(row.getInt(1), AllowanceUnit.ofCode(row.getString(2))))
            .orElseThrow(() -> new IllegalStateException("No term for " + kind + " on " + day));
    return at(from, allowance);
  }

  private Instant at(Instant from, Allowance allowance) {
    return new DeadlineCalculator(calendar).deadline(Term.of(from, allowance)).dueAt();
  }
}
