package vn.motcua.worktime;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A calendar made up from a seed, twice: as the value under test, and as a plain question "is the
 * office open in this minute?" that knows nothing of it.
 */
final class RandomCalendar {
  static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  static final LocalDate LAST = LocalDate.of(2026, 12, 31);

  final ZoneId zone;
  private final LocalDate hoursChange;
  private final Map<DayOfWeek, List<int[]>> before;
  private final Map<DayOfWeek, List<int[]>> after;
  private final Set<LocalDate> off = new HashSet<>();
  private final Map<LocalDate, List<int[]>> swapped = new HashMap<>();

  RandomCalendar(long seed) {
    Random random = new Random(seed);
    zone = random.nextBoolean() ? Calendars.HANOI_ZONE : Calendars.AMSTERDAM;
    hoursChange = FIRST.plusDays(random.nextInt(1, 900));
    before = week(random);
    after = week(random);
    for (int i = 0; i < 25; i++) {
      LocalDate holiday = FIRST.plusDays(random.nextInt(1_000));
      // Holidays side by side, weekends within, now and then a Tết of nine days.
      int length = random.nextInt(4) == 0 ? 9 : random.nextInt(1, 4);
      holiday.datesUntil(holiday.plusDays(length)).forEach(off::add);
    }
    for (int i = 0; i < 25; i++) {
      LocalDate day = FIRST.plusDays(random.nextInt(1_000));
      if (!off.contains(day)) {
        swapped.put(day, sessions(random));
      }
    }
  }

  boolean open(LocalDateTime time) {
    LocalDate date = time.toLocalDate();
    if (off.contains(date)) {
      return false;
    }
    List<int[]> sessions = swapped.get(date);
    if (sessions == null) {
      sessions = (date.isBefore(hoursChange) ? before : after).get(date.getDayOfWeek());
    }
    int minute = time.getHour() * 60 + time.getMinute();
    for (int[] session : sessions) {
      if (minute >= session[0] && minute < session[1]) {
        return true;
      }
    }
    return false;
  }

  WorkingCalendar value() {
    WorkingCalendarBuilder builder =
        new WorkingCalendarBuilder(new CalendarVersion("random", "1"), zone)
            .covering(FIRST, LAST)
            .officeHours(FIRST, hours(before))
            .officeHours(hoursChange, hours(after));
    off.forEach(day -> builder.dayOff(DayOff.of(day, "nghỉ")));
    swapped.forEach(
        (day, list) ->
            builder.swappedDay(new SwappedDay(day, list(list), DisplayName.of("làm bù"), true)));
    return builder.build();
  }

  private static Map<DayOfWeek, List<int[]>> week(Random random) {
    Map<DayOfWeek, List<int[]>> week = new EnumMap<>(DayOfWeek.class);
    boolean alike = random.nextBoolean();
    List<int[]> usual = sessions(random);
    for (DayOfWeek day : DayOfWeek.values()) {
      boolean rest = day == DayOfWeek.SUNDAY ? random.nextInt(10) > 0 : false;
      if (day == DayOfWeek.SATURDAY) {
        rest = random.nextBoolean();
      }
      week.put(day, rest ? List.of() : alike ? usual : sessions(random));
    }
    return week;
  }

  /** One to three sessions of at least an hour; none begins or ends while a clock may change. */
  private static List<int[]> sessions(Random random) {
    if (random.nextInt(12) == 0) {
      return List.of(new int[] {0, 1_440});
    }
    List<int[]> sessions = new ArrayList<>();
    int at = random.nextBoolean() ? random.nextInt(0, 60) : random.nextInt(181, 540);
    for (int i = random.nextInt(1, 4); i > 0 && at < 1_300; i--) {
      int end = Math.min(1_440, at + random.nextInt(60, 360));
      if (end >= 120 && end <= 180) {
        end = 200;
      }
      sessions.add(new int[] {at, end});
      at = Math.max(181, end) + random.nextInt(0, 120);
    }
    return sessions;
  }

  private static WeeklyHours hours(Map<DayOfWeek, List<int[]>> week) {
    Map<DayOfWeek, List<Session>> hours = new EnumMap<>(DayOfWeek.class);
    week.forEach((day, sessions) -> hours.put(day, list(sessions)));
    return new WeeklyHours(hours);
  }

  private static List<Session> list(List<int[]> sessions) {
    return sessions.stream().map(s -> new Session(time(s[0]), time(s[1]))).toList();
  }

  private static LocalTime time(int minute) {
    return LocalTime.ofSecondOfDay(minute % 1_440 * 60L);
  }
}
