package vn.motcua.worktime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One stretch of office hours within a day (buổi làm việc), such as 08:00–12:00.
 *
 * @param opens local time, included
 * @param closes local time, excluded; midnight means 24:00 of the same day
 */
public record Session(LocalTime opens, LocalTime closes) {
  public Session {
    if (!closes.equals(LocalTime.MIDNIGHT) && !opens.isBefore(closes)) {
      throw new IllegalArgumentException("Giờ đóng không sau giờ mở: " + opens + "-" + closes);
    }
  }

  public static Session of(String opens, String closes) {
    return new Session(
        LocalTime.parse(opens),
        closes.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(closes));
  }

  /** Sorted, and refused when two overlap. */
  static List<Session> ordered(List<Session> sessions) {
    List<Session> sorted = new ArrayList<>(sessions);
    sorted.sort(Comparator.comparing(Session::opens));
    for (int i = 1; i < sorted.size(); i++) {
      LocalTime closed = sorted.get(i - 1).closes();
      if (closed.equals(LocalTime.MIDNIGHT) || closed.isAfter(sorted.get(i).opens())) {
        throw new IllegalArgumentException("Hai buổi làm việc trùng giờ: " + sorted);
      }
    }
    return List.copyOf(sorted);
  }

  LocalDateTime opening(LocalDate day) {
    return day.atTime(opens);
  }

  LocalDateTime closing(LocalDate day) {
    return closes.equals(LocalTime.MIDNIGHT) ? day.plusDays(1).atStartOfDay() : day.atTime(closes);
  }

  OpenStretch on(LocalDate day, ZoneId zone) {
    LocalDateTime closing = closing(day);
    // 24:00 is where the next day begins, so that round-the-clock days tile without overlap.
    Instant end =
        closes.equals(LocalTime.MIDNIGHT)
            ? WallClock.first(closing, zone)
            : WallClock.last(closing, zone);
    return new OpenStretch(WallClock.first(opening(day), zone), end);
  }
}
