package vn.motcua.handover;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import vn.motcua.database.Query;
import vn.motcua.worktime.CutoffRule;
import vn.motcua.worktime.WorkingCalendar;

/**
 * Until when papers must be with the agency (NĐ 118/2025 Đ18): the same working day, or the start
 * of the next one where they came after 15:00. The time of day is data with validity dates.
 */
final class HandoverTime {

  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private final Connection connection;
  private final WorkingCalendar calendar;

  HandoverTime(Connection connection, WorkingCalendar calendar) {
    this.connection = connection;
    this.calendar = calendar;
  }

  Instant handBy(Instant receivedAt) throws SQLException {
    LocalDate day = LocalDate.ofInstant(receivedAt, ZONE);
    LocalTime cutoff =
        Query.of(
                connection,
                "select cutoff from handover_rule where valid_from <= ? and valid_to > ?",
                day,
                day)
            .first(row -> row.getObject("cutoff", LocalTime.class))
            .orElse(LocalTime.of(15, 0));
    return new CutoffRule(cutoff).paperTransfer(calendar, receivedAt).dueAt();
  }
}
