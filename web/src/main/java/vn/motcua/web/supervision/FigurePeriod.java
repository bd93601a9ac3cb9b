package vn.motcua.web.supervision;

import java.time.LocalDate;

/**
 * A period as the screen shows it.
 *
 * @param code what the report's service and the address call it
 * @param first day
 * @param last day, included
 */
public record FigurePeriod(String code, LocalDate first, LocalDate last) {

  /** The day after the last. */
  public LocalDate after() {
    return last.plusDays(1);
  }

  /** As a reporting period of any days. */
  public static String span(LocalDate first, LocalDate last) {
    return first + ".." + last;
  }
}
