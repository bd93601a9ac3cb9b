package vn.motcua.worktime;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Days whose holidays are not announced yet: a due moment counted over them may still move.
 *
 * @param first included
 * @param last included
 * @param reason for the reader
 */
public record ProvisionalStretch(LocalDate first, LocalDate last, DisplayName reason) {
  public ProvisionalStretch {
    Objects.requireNonNull(reason, "reason");
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "Khoảng tạm tính kết thúc trước khi bắt đầu: " + first + ".." + last);
    }
  }

  boolean touches(LocalDate from, LocalDate to) {
    return !first.isAfter(to) && !last.isBefore(from);
  }
}
