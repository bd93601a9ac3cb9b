package vn.motcua.worktime;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A day of rest that is worked in exchange for another (ngày làm bù).
 *
 * @param date the day worked
 * @param sessions its office hours, at least one
 * @param name such as "làm bù cho 29/4/2024"
 * @param confirmed an official announcement has been seen
 */
public record SwappedDay(
    LocalDate date, List<Session> sessions, DisplayName name, boolean confirmed) {
  public SwappedDay {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(name, "name");
    sessions = Session.ordered(sessions);
    if (sessions.isEmpty()) {
      throw new IllegalArgumentException("Ngày làm bù cần giờ làm việc: " + date);
    }
  }
}
