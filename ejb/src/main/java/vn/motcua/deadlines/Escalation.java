package vn.motcua.deadlines;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import vn.motcua.database.Query;
import vn.motcua.worktime.WorkingTime;

/** After how long an alert comes to whom (leo thang): the steps that hold on a day. */
record Escalation(List<Step> steps) {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /** Never looked at longer: nothing escalates after so many days. */
  private static final Duration LONGEST = Duration.ofDays(60);

  /**
   * @param minutes working minutes since the alert was raised
   */
  record Step(AlertKind kind, Level level, int minutes) {}

  static Escalation on(Connection connection, Instant now) throws SQLException {
    LocalDate day = LocalDate.ofInstant(now, ZONE);
    return new Escalation(
        Query.of(
                connection,
                "select * from escalation_step where valid_from <= ? and valid_to > ?",
                day,
                day)
            .list(
                row ->
                    new Step(
                        AlertKind.valueOf(row.getString("kind")),
                        Level.valueOf(row.getString("level")),
                        row.getInt("minutes"))));
  }

  /** The highest level that it has come to. */
  Level of(AlertKind kind, Instant raisedAt, Instant now, WorkingTime time) {
    long passed =
        raisedAt.isAfter(now)
            ? 0
            : Duration.between(raisedAt, now).compareTo(LONGEST) > 0
                ? Long.MAX_VALUE
                : time.minutesBetween(raisedAt, now);
    Level level = Level.OFFICER;
    for (Step step : steps) {
      if (step.kind() == kind && step.minutes() <= passed && step.level().compareTo(level) > 0) {
        level = step.level();
      }
    }
    return level;
  }
}
