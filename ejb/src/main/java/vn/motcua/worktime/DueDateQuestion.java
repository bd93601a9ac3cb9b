package vn.motcua.worktime;

import java.util.Locale;

/**
 * A question for a due date as it comes from outside, unchecked.
 *
 * @param allowance whole number of units
 * @param unit one of {@link AllowanceUnit#codes()}
 * @param received ISO 8601 local date-time on the calendar's wall clock, or one with an offset; a
 *     date alone is its first moment
 * @param channel one of {@link ReceiptChannel#codes()}; direct where none is given
 * @param calendar code of the calendar; {@value #CITY_CALENDAR} where none is given
 * @param language of the explanation: English, else Vietnamese
 */
public record DueDateQuestion(
    String allowance,
    String unit,
    String received,
    String channel,
    String calendar,
    Locale language) {
  /** Code of the city's own calendar. */
  public static final String CITY_CALENDAR = "hanoi";

  public DueDateQuestion {
    channel = given(channel, ReceiptChannel.DIRECT.code());
    calendar = given(calendar, CITY_CALENDAR);
    language = language == null ? WorktimeText.VIETNAMESE : language;
  }

  private static String given(String text, String otherwise) {
    return text == null || text.isBlank() ? otherwise : text.strip();
  }
}
