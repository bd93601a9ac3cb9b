package vn.motcua.web.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** Reads the day that a request asks about; without one it is today in the city. */
@ApplicationScoped
public class RequestedDay {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

  private final InstantSource clock;

  /** For the container's proxy only. */
  protected RequestedDay() {
    this(null);
  }

  @Inject
  public RequestedDay(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * @param text year-month-day; null or empty: today
   * @throws BadDay for anything else, and outside 1900 to 2999
   */
  public LocalDate of(String text) {
    if (text == null || text.isBlank()) {
      return LocalDate.ofInstant(clock.instant(), ZONE);
    }
    try {
      LocalDate day = LocalDate.parse(text.strip());
      if (day.isBefore(FIRST) || day.isAfter(LAST)) {
        throw new BadDay(text);
      }
      return day;
    } catch (DateTimeParseException e) {
      throw new BadDay(text);
    }
  }
}
