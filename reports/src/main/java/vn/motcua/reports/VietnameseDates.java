package vn.motcua.reports;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Dates as official papers write them. */
final class VietnameseDates {

  private static final DateTimeFormatter NUMERIC = DateTimeFormatter.ofPattern("dd/MM/uuuu");

  private VietnameseDates() {}

  /** "21/11/2026". */
  static String numeric(LocalDate date) {
    return date.format(NUMERIC);
  }

  /**
   * "ngày 05 tháng 02 năm 2026". Days below ten and the months 1 and 2 take a leading zero, the
   * other months do not (Decree 30/2020/NĐ-CP, Annex I, on place and date).
   */
  static String inWords(LocalDate date) {
    return "ngày %02d tháng %s năm %d"
        .formatted(date.getDayOfMonth(), month(date.getMonthValue()), date.getYear());
  }

  private static String month(int month) {
    return month < 3 ? "0" + month : String.valueOf(month);
  }
}
