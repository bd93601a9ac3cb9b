package vn.motcua.worktime;

import java.time.Instant;

/**
 * A lawful, documented pause of the clock (tạm dừng tính thời hạn), such as the wait for a tax
 * payment. For a pause that still lasts, pass the moment of asking as its end.
 *
 * @param from included
 * @param to excluded
 */
public record Suspension(Instant from, Instant to) {
  public Suspension {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("Pause ends before it begins: " + from + ".." + to);
    }
  }
}
