package vn.motcua.worktime;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One version of a working calendar (lịch làm việc): office hours, days off, swapped days, and the
 * days it knows at all. Immutable; made by {@link WorkingCalendarBuilder}.
 */
public final class WorkingCalendar {
  private final CalendarVersion version;
  private final ZoneId zone;
  private final LocalDate firstDay;
  private final LocalDate lastDay;
  private final Duration standardDay;
  private final NavigableMap<LocalDate, WeeklyHours> officeHours;
  private final NavigableMap<LocalDate, WeeklyHours> deskHours;
  private final Map<LocalDate, DayOff> daysOff;
  private final Map<LocalDate, SwappedDay> swappedDays;
  private final List<ProvisionalStretch> provisional;
  private final Map<ReceiptChannel, ReceiptRule> receiptRules;

  WorkingCalendar(WorkingCalendarBuilder from) {
    version = from.version;
    zone = from.zone;
    firstDay = from.firstDay;
    lastDay = from.lastDay;
    standardDay = from.standardDay;
    officeHours = new TreeMap<>(from.officeHours);
    deskHours = new TreeMap<>(from.deskHours);
    daysOff = Map.copyOf(from.daysOff);
    swappedDays = Map.copyOf(from.swappedDays);
    provisional = List.copyOf(from.provisional);
    receiptRules = new EnumMap<>(from.receiptRules);
  }

  private WorkingCalendar(
      WorkingCalendar city,
      NavigableMap<LocalDate, WeeklyHours> officeHours,
      NavigableMap<LocalDate, WeeklyHours> deskHours) {
    version = city.version;
    zone = city.zone;
    firstDay = city.firstDay;
    lastDay = city.lastDay;
    standardDay = city.standardDay;
    this.officeHours = officeHours;
    this.deskHours = deskHours;
    daysOff = city.daysOff;
    swappedDays = city.swappedDays;
    provisional = city.provisional;
    receiptRules = city.receiptRules;
  }

  /** The same days with other hours; only {@link UnitHours} lays them so that no day changes. */
  WorkingCalendar withHours(
      NavigableMap<LocalDate, WeeklyHours> office, NavigableMap<LocalDate, WeeklyHours> desk) {
    return new WorkingCalendar(this, office, desk);
  }

  NavigableMap<LocalDate, WeeklyHours> officeHours() {
    return officeHours;
  }

  NavigableMap<LocalDate, WeeklyHours> deskHours() {
    return deskHours;
  }

  /**
   * A calendar without rest, open from 00:00 to 24:00: for datasets whose terms are plain days of
   * their own zone.
   */
  public static WorkingCalendar roundTheClock(ZoneId zone) {
    LocalDate first = LocalDate.of(1970, 1, 1);
    return new WorkingCalendarBuilder(new CalendarVersion("round-the-clock", "1"), zone)
        .covering(first, LocalDate.of(2199, 12, 31))
        .standardDay(Duration.ofHours(24))
        .officeHours(
            first, WeeklyHours.on(EnumSet.allOf(DayOfWeek.class), Session.of("00:00", "24:00")))
        .build();
  }

  public CalendarVersion version() {
    return version;
  }

  public ZoneId zone() {
    return zone;
  }

  /** First day that the calendar speaks of. */
  public LocalDate firstDay() {
    return firstDay;
  }

  /** Last day that the calendar speaks of, included. */
  public LocalDate lastDay() {
    return lastDay;
  }

  /** Working time that people call one day; 8 hours in Vietnam's offices. Only for wording. */
  public Duration standardDay() {
    return standardDay;
  }

  /** When an arrival by this channel counts as received; at arrival unless the calendar says so. */
  public ReceiptRule receiptRule(ReceiptChannel channel) {
    return receiptRules.getOrDefault(channel, ReceiptRule.AT_ARRIVAL);
  }

  public boolean covers(LocalDate day) {
    return !day.isBefore(firstDay) && !day.isAfter(lastDay);
  }

  /**
   * What this calendar says of a day.
   *
   * @throws WorktimeException.DayNotCovered when it does not know the day
   */
  public CalendarDay day(LocalDate date) {
    if (!covers(date)) {
      throw new WorktimeException.DayNotCovered(date, this);
    }
    List<Session> desk = sessions(deskHours, date);
    SwappedDay swapped = swappedDays.get(date);
    if (swapped != null) {
      return new CalendarDay(
          date,
          CalendarDay.Kind.SWAPPED_WORKING,
          Optional.of(swapped.name()),
          swapped.sessions(),
          desk,
          swapped.confirmed());
    }
    DayOff off = daysOff.get(date);
    if (off != null) {
      // A desk that opens on Saturdays is taken to be closed on a holiday.
      return new CalendarDay(
          date,
          CalendarDay.Kind.DAY_OFF,
          Optional.of(off.name()),
          List.of(),
          List.of(),
          off.confirmed());
    }
    List<Session> office = sessions(officeHours, date);
    CalendarDay.Kind kind =
        !office.isEmpty()
            ? CalendarDay.Kind.WORKING
            : desk.isEmpty() ? CalendarDay.Kind.WEEKLY_REST : CalendarDay.Kind.DESK_ONLY;
    return new CalendarDay(date, kind, Optional.empty(), office, desk, true);
  }

  /**
   * The first working day after a day.
   *
   * @throws WorktimeException.DayNotCovered when the calendar ends before
   */
  public CalendarDay nextWorkingDay(LocalDate after) {
    CalendarDay day = day(after.plusDays(1));
    while (!day.isWorking()) {
      day = day(day.date().plusDays(1));
    }
    return day;
  }

  /** Why days between two dates, both included, may still change; empty when they are settled. */
  public List<ProvisionalStretch> provisionalBetween(LocalDate from, LocalDate to) {
    List<ProvisionalStretch> found = new ArrayList<>();
    provisional.stream().filter(stretch -> stretch.touches(from, to)).forEach(found::add);
    for (LocalDate date = from; !date.isAfter(to) && covers(date); date = date.plusDays(1)) {
      LocalDate on = date;
      CalendarDay day = day(on);
      if (!day.confirmed() && found.stream().noneMatch(stretch -> stretch.touches(on, on))) {
        found.add(new ProvisionalStretch(on, on, day.name().orElseThrow()));
      }
    }
    return found;
  }

  /** The date on the wall of the office at a moment. */
  public LocalDate dateAt(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }

  private static List<Session> sessions(
      NavigableMap<LocalDate, WeeklyHours> hours, LocalDate date) {
    Map.Entry<LocalDate, WeeklyHours> valid = hours.floorEntry(date);
    return valid == null ? List.of() : valid.getValue().sessions(date.getDayOfWeek());
  }
}
