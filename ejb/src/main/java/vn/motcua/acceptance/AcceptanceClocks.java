package vn.motcua.acceptance;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import vn.motcua.database.Query;
import vn.motcua.worktime.WorkingCalendar;
import vn.motcua.worktime.WorkingTime;

/**
 * The two clocks of a wait (NĐ 118/2025 Đ16): 2 hours until it is seen, 8 working hours until it is
 * decided. The limits are data with validity dates; that of the day of submission holds.
 */
final class AcceptanceClocks {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private final Connection connection;
  private final WorkingTime time;

  AcceptanceClocks(Connection connection, WorkingCalendar calendar) {
    this.connection = connection;
    time = new WorkingTime(calendar);
  }

  Instant seeBy(Instant from) throws SQLException {
    return end("SEEN", from);
  }

  Instant decideBy(Instant from) throws SQLException {
    return end("DECIDED", from);
  }

  private record Limit(Duration length, boolean working) {}

  private Instant end(String code, Instant from) throws SQLException {
    LocalDate day = LocalDate.ofInstant(from, ZONE);
    Limit limit =
        Query.of(
                connection,
                """
                select minutes, working from acceptance_limit
                where code = ? and valid_from <= ? and valid_to > ?""",
                code,
                day,
                day)
            .first(
                row ->
                    new Limit(Duration.ofMinutes(row.getInt("minutes")), row.getBoolean("working")))
            .orElseThrow(() -> new IllegalStateException("No limit " + code + " on " + day));
    return limit.working() ? time.after(from, limit.length()) : from.plus(limit.length());
  }
}
