package vn.motcua.worktime;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Puts a {@link WorkingCalendar} together and refuses what contradicts itself. */
public final class WorkingCalendarBuilder {
  final CalendarVersion version;
  final ZoneId zone;
  LocalDate firstDay;
  LocalDate lastDay;
  Duration standardDay = Duration.ofHours(8);
  final TreeMap<LocalDate, WeeklyHours> officeHours = new TreeMap<>();
  final TreeMap<LocalDate, WeeklyHours> deskHours = new TreeMap<>();
  final Map<LocalDate, DayOff> daysOff = new HashMap<>();
  final Map<LocalDate, SwappedDay> swappedDays = new HashMap<>();
  final List<ProvisionalStretch> provisional = new ArrayList<>();
  final Map<ReceiptChannel, ReceiptRule> receiptRules = new EnumMap<>(ReceiptChannel.class);

  public WorkingCalendarBuilder(CalendarVersion version, ZoneId zone) {
    this.version = Objects.requireNonNull(version, "version");
    this.zone = Objects.requireNonNull(zone, "zone");
  }

  /** The days that the calendar speaks of, both included. */
  public WorkingCalendarBuilder covering(LocalDate first, LocalDate last) {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("Lịch kết thúc trước khi bắt đầu: " + first + ".." + last);
    }
    firstDay = first;
    lastDay = last;
    return this;
  }

  public WorkingCalendarBuilder standardDay(Duration length) {
    if (!length.isPositive()) {
      throw new IllegalArgumentException("Độ dài ngày làm việc phải lớn hơn 0: " + length);
    }
    standardDay = length;
    return this;
  }

  /** Office hours of the whole week, in force from a day until the next entry. */
  public WorkingCalendarBuilder officeHours(LocalDate from, WeeklyHours hours) {
    officeHours.put(from, hours);
    return this;
  }

  /** Hours in which dossiers are taken although no working time runs, in force from a day on. */
  public WorkingCalendarBuilder deskHours(LocalDate from, WeeklyHours hours) {
    deskHours.put(from, hours);
    return this;
  }

  /**
   * @throws IllegalArgumentException when one of the days is already off or worked in exchange
   */
  public WorkingCalendarBuilder dayOff(DayOff off) {
    off.first().datesUntil(off.last().plusDays(1)).forEach(date -> put(daysOff, date, off));
    return this;
  }

  /**
   * @throws IllegalArgumentException when the day is already off or worked in exchange
   */
  public WorkingCalendarBuilder swappedDay(SwappedDay swapped) {
    put(swappedDays, swapped.date(), swapped);
    return this;
  }

  public WorkingCalendarBuilder provisional(ProvisionalStretch stretch) {
    provisional.add(stretch);
    return this;
  }

  public WorkingCalendarBuilder receiptRule(ReceiptChannel channel, ReceiptRule rule) {
    receiptRules.put(channel, rule);
    return this;
  }

  /** The sessions of a day of an ordinary week, as entered so far. */
  List<Session> ordinarySessions(LocalDate date) {
    Map.Entry<LocalDate, WeeklyHours> valid = officeHours.floorEntry(date);
    return valid == null ? List.of() : valid.getValue().sessions(date.getDayOfWeek());
  }

  /**
   * @throws IllegalArgumentException when the covered days are missing, an entry lies outside them,
   *     or office hours do not reach back to the first day
   */
  public WorkingCalendar build() {
    if (firstDay == null) {
      throw new IllegalArgumentException("Thiếu khoảng ngày mà lịch bao phủ (covers)");
    }
    if (officeHours.floorKey(firstDay) == null) {
      throw new IllegalArgumentException("Chưa có giờ làm việc cho ngày đầu của lịch " + firstDay);
    }
    daysOff.keySet().forEach(this::requireCovered);
    swappedDays.keySet().forEach(this::requireCovered);
    return new WorkingCalendar(this);
  }

  private <T> void put(Map<LocalDate, T> days, LocalDate date, T entry) {
    if (daysOff.containsKey(date) || swappedDays.containsKey(date)) {
      throw new IllegalArgumentException("Hai dòng cho cùng ngày " + date);
    }
    days.put(date, entry);
  }

  private void requireCovered(LocalDate date) {
    if (date.isBefore(firstDay) || date.isAfter(lastDay)) {
      throw new IllegalArgumentException("Ngày nằm ngoài khoảng lịch bao phủ: " + date);
    }
  }
}
