package vn.motcua.reporting;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.motcua.reports.ReportingPeriod;

/**
 * The reporting periods of NĐ 09/2019/NĐ-CP Điều 12: they run from the 15th to the 14th. Also any
 * other span of days, for reports outside the regime.
 */
public final class PeriodCode {

  private static final int FIRST_DAY = 15;
  private static final int LAST_DAY = 14;
  private static final String[] ROMAN = {"I", "II", "III", "IV"};
  private static final Pattern CODE =
      Pattern.compile("(\\d{4})(?:-(?:Q([1-4])|H([12])|(0[1-9]|1[0-2])))?");
  private static final Pattern SPAN =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\.\\.(\\d{4}-\\d{2}-\\d{2})");

  private PeriodCode() {}

  /**
   * Reads {@code 2026} (year), {@code 2026-H1} (half), {@code 2026-Q1} (quarter), {@code 2026-03}
   * (month), or {@code 2026-03-01..2026-03-31} (first and last day).
   *
   * @throws ReportingFailure.BadPeriod for anything else
   */
  public static ReportingPeriod parse(String code) {
    Matcher span = SPAN.matcher(code == null ? "" : code);
    if (span.matches()) {
      return span(code, span.group(1), span.group(2));
    }
    Matcher regime = CODE.matcher(code == null ? "" : code);
    if (!regime.matches()) {
      throw new ReportingFailure.BadPeriod(code);
    }
    int year = Integer.parseInt(regime.group(1));
    if (regime.group(2) != null) {
      int quarter = Integer.parseInt(regime.group(2));
      return months(
          "Quý %s năm %d".formatted(ROMAN[quarter - 1], year), year, 3 * quarter - 2, 3 * quarter);
    }
    if (regime.group(3) != null) {
      int half = Integer.parseInt(regime.group(3));
      String name = half == 1 ? "đầu" : "cuối";
      return months("06 tháng %s năm %d".formatted(name, year), year, 6 * half - 5, 6 * half);
    }
    if (regime.group(4) != null) {
      int month = Integer.parseInt(regime.group(4));
      return months("Tháng %d năm %d".formatted(month, year), year, month, month);
    }
    return months("Năm %d".formatted(year), year, 1, 12);
  }

  private static ReportingPeriod months(String label, int year, int firstMonth, int lastMonth) {
    return new ReportingPeriod(
        label,
        LocalDate.of(year, firstMonth, FIRST_DAY).minusMonths(1),
        LocalDate.of(year, lastMonth, LAST_DAY));
  }

  private static ReportingPeriod span(String code, String first, String last) {
    try {
      LocalDate from = LocalDate.parse(first);
      LocalDate to = LocalDate.parse(last);
      if (to.isBefore(from)) {
        throw new ReportingFailure.BadPeriod(code);
      }
      return new ReportingPeriod("Theo thời gian yêu cầu", from, to);
    } catch (DateTimeException e) {
      throw new ReportingFailure.BadPeriod(code);
    }
  }
}
