package vn.motcua.catalogue;

import java.util.Arrays;

/** The unit of a limit (đơn vị thời hạn). Limits in different units cannot be compared. */
public enum LimitUnit {
  /** Ngày làm việc. */
  WORKING_DAYS("working_days"),
  /** Ngày: calendar days, rest days included. */
  CALENDAR_DAYS("calendar_days"),
  /** Giờ làm việc. */
  WORKING_HOURS("working_hours"),
  /** Tháng: by the calendar's dates. */
  MONTHS("months");

  private final String code;

  LimitUnit(String code) {
    this.code = code;
  }

  /** As written in the database and in addresses. */
  public String code() {
    return code;
  }

  /**
   * @throws IllegalArgumentException for any other text
   */
  public static LimitUnit ofCode(String code) {
    return Arrays.stream(values())
        .filter(unit -> unit.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(code));
  }
}
