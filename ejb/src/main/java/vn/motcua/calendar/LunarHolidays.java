package vn.motcua.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.time4j.PlainDate;
import net.time4j.calendar.EastAsianMonth;
import net.time4j.calendar.EastAsianYear;
import net.time4j.calendar.VietnameseCalendar;

/**
 * Proposes the holidays of the lunar calendar (đề xuất, chưa công bố): what the law fixes (Labour
 * Code art. 112), around days that are computed. The announced days are always entered by people.
 */
public final class LunarHolidays {

  private static final int FIRST = 2000;
  private static final int LAST = 2100;

  private LunarHolidays() {}

  /**
   * The first day of the lunar year (mùng 1 Tết) that begins in a year.
   *
   * @throws CalendarFailure.BadYear outside of 2000 to 2100
   */
  public static LocalDate newYear(int year) {
    return day(year, 1, 1);
  }

  /** The tenth of the third lunar month (Giỗ Tổ Hùng Vương). */
  public static LocalDate kings(int year) {
    return day(year, 3, 10);
  }

  /**
   * Lines for a calendar file, all unconfirmed: Tết from the day before the new year for five
   * working days, as it was in recent years, and the Hung Kings' day with the working day in lieu
   * of a weekend (art. 111.3).
   */
  public static List<String> lines(int year) {
    LocalDate tet = newYear(year).minusDays(1);
    while (weekend(tet)) {
      tet = tet.minusDays(1);
    }
    LocalDate last = tet;
    for (int workingDays = 1; workingDays < 5; ) {
      last = last.plusDays(1);
      workingDays += weekend(last) ? 0 : 1;
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        off(
            tet,
            last,
            "Tết Nguyên đán (đề xuất; chưa công bố)",
            "Lunar New Year (proposed; not announced)"));
    LocalDate kings = kings(year);
    if (weekend(kings)) {
      LocalDate instead = kings;
      while (weekend(instead)) {
        instead = instead.plusDays(1);
      }
      lines.add(
          off(
              instead,
              instead,
              "bù Giỗ Tổ Hùng Vương (đề xuất; chưa công bố)",
              "in lieu of Hung Kings' Commemoration Day (proposed; not announced)"));
    } else {
      lines.add(
          off(
              kings,
              kings,
              "Giỗ Tổ Hùng Vương (đề xuất; chưa công bố)",
              "Hung Kings' Commemoration Day (proposed; not announced)"));
    }
    return lines;
  }

  private static String off(LocalDate from, LocalDate to, String name, String english) {
    return "off,%s,%s,,%s,%s,BLLĐ Đ112; tính theo âm lịch,unconfirmed"
        .formatted(from, from.equals(to) ? "" : to, name, english);
  }

  private static boolean weekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private static LocalDate day(int year, int month, int dayOfMonth) {
    if (year < FIRST || year > LAST) {
      throw new CalendarFailure.BadYear(year);
    }
    return VietnameseCalendar.of(
            EastAsianYear.forGregorian(year), EastAsianMonth.valueOf(month), dayOfMonth)
        .transform(PlainDate.axis())
        .toTemporalAccessor();
  }
}
