package vn.motcua.worktime;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The own hours of one body by date (giờ làm việc riêng của đơn vị), laid over the city's calendar.
 * Which days count stays the city's matter: the law counts working days of the State's offices, and
 * no branch may lengthen a citizen's wait by closing on a weekday or shorten it by opening on a
 * Saturday. So own hours on a day that the city works replace its sessions, on a day of rest they
 * are a desk that takes dossiers (chỉ tiếp nhận), and on holidays and swapped days the city's
 * calendar holds as it is.
 */
public final class UnitHours {

  /** A body without hours of its own. */
  public static final UnitHours NONE = new UnitHours(new TreeMap<>());

  private final NavigableMap<LocalDate, Optional<WeeklyHours>> byDate;

  /**
   * @param byDate in force from a day until the next entry; empty: the city's hours again
   */
  public UnitHours(NavigableMap<LocalDate, Optional<WeeklyHours>> byDate) {
    this.byDate = new TreeMap<>(byDate);
  }

  /** These hours, and from a day on others; later entries stay. */
  public UnitHours with(LocalDate from, Optional<WeeklyHours> hours) {
    TreeMap<LocalDate, Optional<WeeklyHours>> more = new TreeMap<>(byDate);
    more.put(from, hours);
    return new UnitHours(more);
  }

  /** These hours and then others, which hold where both begin on one day. */
  UnitHours and(UnitHours later) {
    TreeMap<LocalDate, Optional<WeeklyHours>> both = new TreeMap<>(byDate);
    both.putAll(later.byDate);
    return new UnitHours(both);
  }

  public boolean isEmpty() {
    return byDate.isEmpty();
  }

  /**
   * Reads a week as the lines of a calendar file have it, one weekday or stretch of weekdays a
   * line, such as {@code MON-FRI 07:30-11:30 13:00-17:00}. Later lines replace earlier ones.
   *
   * @return empty where nothing is written: the city's hours
   * @throws WorktimeException.InvalidCalendar with the line that is wrong
   */
  public static Optional<WeeklyHours> week(String text) {
    List<String> lines = text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    WeeklyHours week = WeeklyHours.NONE;
    for (int i = 0; i < lines.size(); i++) {
      try {
        week = week.with(new CalendarRow(i + 1L, Map.of("value", lines.get(i))).weeklyHours());
      } catch (IllegalArgumentException | java.time.DateTimeException wrong) {
        throw new WorktimeException.InvalidCalendar(
            lines.get(i), i + 1L, String.valueOf(wrong.getMessage()), wrong);
      }
    }
    return lines.isEmpty() ? Optional.empty() : Optional.of(week);
  }

  /** The city's calendar as this body works; the very same one where it has no own hours. */
  public WorkingCalendar over(WorkingCalendar city) {
    if (byDate.isEmpty()) {
      return city;
    }
    TreeMap<LocalDate, WeeklyHours> office = new TreeMap<>();
    TreeMap<LocalDate, WeeklyHours> desk = new TreeMap<>();
    TreeSet<LocalDate> turns = new TreeSet<>(byDate.keySet());
    turns.addAll(city.officeHours().keySet());
    turns.addAll(city.deskHours().keySet());
    for (LocalDate turn : turns) {
      WeeklyHours works = valid(city.officeHours(), turn);
      Optional<WeeklyHours> own =
          Optional.ofNullable(byDate.floorEntry(turn)).flatMap(Map.Entry::getValue);
      office.put(turn, own.map(hours -> on(works, hours, true)).orElse(works));
      desk.put(
          turn, own.map(hours -> on(works, hours, false)).orElse(valid(city.deskHours(), turn)));
    }
    return city.withHours(office, desk);
  }

  /** The own hours of the weekdays that the city works, or of those that it rests. */
  private static WeeklyHours on(WeeklyHours city, WeeklyHours own, boolean worked) {
    Map<DayOfWeek, List<Session>> sessions = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek weekday : DayOfWeek.values()) {
      if (city.sessions(weekday).isEmpty() != worked) {
        sessions.put(weekday, own.sessions(weekday));
      }
    }
    return new WeeklyHours(sessions);
  }

  private static WeeklyHours valid(NavigableMap<LocalDate, WeeklyHours> hours, LocalDate day) {
    Map.Entry<LocalDate, WeeklyHours> valid = hours.floorEntry(day);
    return valid == null ? WeeklyHours.NONE : valid.getValue();
  }
}
