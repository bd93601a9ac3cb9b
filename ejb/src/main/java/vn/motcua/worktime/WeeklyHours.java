package vn.motcua.worktime;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hours of an ordinary week (giờ hành chính): the sessions of each weekday; none is a rest day. */
public final class WeeklyHours {
  /** Never open. */
  public static final WeeklyHours NONE = new WeeklyHours(Map.of());

  private final Map<DayOfWeek, List<Session>> sessions = new EnumMap<>(DayOfWeek.class);

  /**
   * @throws IllegalArgumentException when two sessions of a day overlap
   */
  public WeeklyHours(Map<DayOfWeek, List<Session>> sessions) {
    sessions.forEach((weekday, list) -> this.sessions.put(weekday, Session.ordered(list)));
  }

  /** Monday to Friday with the same sessions. */
  public static WeeklyHours mondayToFriday(Session... sessions) {
    return WeeklyHours.on(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), sessions);
  }

  /** Some weekdays with the same sessions. */
  public static WeeklyHours on(Set<DayOfWeek> weekdays, Session... sessions) {
    Map<DayOfWeek, List<Session>> week = new EnumMap<>(DayOfWeek.class);
    weekdays.forEach(weekday -> week.put(weekday, List.of(sessions)));
    return new WeeklyHours(week);
  }

  /** These hours, with the weekdays that the other week opens on taken from there. */
  public WeeklyHours with(WeeklyHours other) {
    Map<DayOfWeek, List<Session>> week = new EnumMap<>(sessions);
    week.putAll(other.sessions);
    return new WeeklyHours(week);
  }

  /** In order of the day; empty on a rest day. */
  public List<Session> sessions(DayOfWeek weekday) {
    return sessions.getOrDefault(weekday, List.of());
  }
}
