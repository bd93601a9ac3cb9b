package vn.motcua.worktime;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The unit of a legal term (đơn vị tính thời hạn). "Ngày" alone in a decision is a calendar day.
 */
public enum AllowanceUnit {
  /** Ngày làm việc. */
  WORKING_DAYS(500),
  /** Ngày: days of the calendar, rest days included. */
  CALENDAR_DAYS(730),
  /** Giờ làm việc. */
  WORKING_HOURS(4_000),
  /** Tháng: to the day of the same number, or the month's last day (Civil Code, art. 148). */
  MONTHS(24);

  private final int largest;

  AllowanceUnit(int largest) {
    this.largest = largest;
  }

  /** The largest amount taken as a legal term; more is a slip of the keyboard. */
  public int largest() {
    return largest;
  }

  /** The name that the interface uses, such as {@code working_days}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All codes, in the order of declaration. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(AllowanceUnit::code).toList();
  }

  /**
   * Finds a unit by its exact code.
   *
   * @throws WorktimeException.UnknownUnit when there is none, or none was given
   */
  public static AllowanceUnit ofCode(String code) {
    return Arrays.stream(values())
        .filter(unit -> unit.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new WorktimeException.UnknownUnit(code));
  }
}
