package vn.motcua.worktime;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A run of days off (ngày nghỉ lễ, Tết, nghỉ bù, hoán đổi); the weekend within it belongs to it.
 *
 * @param first included
 * @param last included
 * @param name reads well after "nghỉ", such as "Tết Dương lịch"
 * @param confirmed an official announcement or the law itself has been seen
 */
public record DayOff(LocalDate first, LocalDate last, DisplayName name, boolean confirmed) {
  public DayOff {
    Objects.requireNonNull(name, "name");
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "Ngày nghỉ kết thúc trước khi bắt đầu: " + first + ".." + last);
    }
  }

  public static DayOff of(LocalDate day, String name) {
    return new DayOff(day, day, DisplayName.of(name), true);
  }
}
