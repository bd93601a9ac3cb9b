package vn.motcua.worktime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a calendar says of one day.
 *
 * @param date the day, in the calendar's zone
 * @param kind whether and why it counts
 * @param name of the holiday or the swap; empty on ordinary days
 * @param sessions office hours in order; empty unless {@link #isWorking()}
 * @param deskSessions hours in which dossiers are taken though no working time runs
 * @param confirmed false while nobody has compared the entry with an official announcement
 */
public record CalendarDay(
    LocalDate date,
    Kind kind,
    Optional<DisplayName> name,
    List<Session> sessions,
    List<Session> deskSessions,
    boolean confirmed) {

  /** Whether and why a day counts. */
  public enum Kind {
    /** Ngày làm việc. */
    WORKING,
    /** Ngày làm bù: a day of rest that is worked in exchange for another. */
    SWAPPED_WORKING,
    /** Ngày nghỉ hằng tuần. */
    WEEKLY_REST,
    /** A day of rest on which a desk takes dossiers (chỉ tiếp nhận); it does not count. */
    DESK_ONLY,
    /** Ngày nghỉ lễ, Tết, nghỉ bù or hoán đổi. */
    DAY_OFF
  }

  public boolean isWorking() {
    return kind == Kind.WORKING || kind == Kind.SWAPPED_WORKING;
  }

  /** Local time at which the last session ends. Only for a working day. */
  LocalDateTime closing() {
    LocalDateTime closing = sessions.getLast().closing(date);
    // A day that closes at 24:00 still ends on its own date: the last millisecond, the grain of the
    // event log, so that "due on day D" and "finished on day D" name the same day.
    return closing.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? date.atTime(23, 59, 59, 999_000_000)
        : closing;
  }

  /** Local time at which the first session begins. Only for a working day. */
  LocalDateTime opening() {
    return sessions.getFirst().opening(date);
  }

  /** Office hours as real time, in order and apart, also where the clock changes within them. */
  List<OpenStretch> stretches(ZoneId zone) {
    List<OpenStretch> stretches = new ArrayList<>();
    Instant closed = Instant.MIN;
    for (Session session : sessions) {
      OpenStretch stretch = session.on(date, zone).startingAt(closed);
      if (!stretch.isEmpty()) {
        stretches.add(stretch);
        closed = stretch.to();
      }
    }
    return stretches;
  }
}
