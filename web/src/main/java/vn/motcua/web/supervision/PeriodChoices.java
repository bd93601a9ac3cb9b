package vn.motcua.web.supervision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.motcua.reporting.PeriodCode;
import vn.motcua.reports.ReportingPeriod;

/**
 * The reporting periods offered around a day (kỳ báo cáo, NĐ 09/2019/NĐ-CP, Điều 12): they run from
 * the 15th to the 14th, so from the 15th on a day belongs to the next month's.
 */
final class PeriodChoices {

  private static final int FIRST_DAY = 15;
  private static final int MONTHS = 4;

  private PeriodChoices() {}

  /** Code of the month's period that a day belongs to, such as {@code 2026-12}. */
  static String monthOf(LocalDate day) {
    LocalDate month = day.getDayOfMonth() >= FIRST_DAY ? day.plusMonths(1) : day;
    return "%d-%02d".formatted(month.getYear(), month.getMonthValue());
  }

  /** The newest first: months, quarters, halves, years. */
  static List<FigurePeriod> around(LocalDate day) {
    Set<String> codes = new LinkedHashSet<>();
    for (int back = 0; back < MONTHS; back++) {
      codes.add(monthOf(day.minusMonths(back)));
    }
    for (int back : new int[] {0, 3}) {
      LocalDate month = LocalDate.parse(monthOf(day.minusMonths(back)) + "-01");
      codes.add(month.getYear() + "-Q" + ((month.getMonthValue() + 2) / 3));
    }
    for (int back : new int[] {0, 6}) {
      LocalDate month = LocalDate.parse(monthOf(day.minusMonths(back)) + "-01");
      codes.add(month.getYear() + "-H" + (month.getMonthValue() <= 6 ? 1 : 2));
    }
    for (int back : new int[] {0, 12}) {
      codes.add(monthOf(day.minusMonths(back)).substring(0, 4));
    }
    List<FigurePeriod> periods = new ArrayList<>();
    codes.forEach(code -> periods.add(parse(code)));
    return periods;
  }

  /**
   * @throws vn.motcua.reporting.ReportingFailure.BadPeriod where the code cannot be read
   */
  static FigurePeriod parse(String code) {
    ReportingPeriod period = PeriodCode.parse(code);
    return new FigurePeriod(code, period.from(), period.to());
  }
}
