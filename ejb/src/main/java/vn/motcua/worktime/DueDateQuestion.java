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
 * @param desk id of the body that receives, whose own hours say when an arrival counts; null: the
 *     city's hours
 */
public record DueDateQuestion(
    String allowance,
    String unit,
    String received,
    String channel,
    String calendar,
    Locale language,
    Integer desk) {
  /** Code of the city's own calendar. */
  public static final String CITY_CALENDAR = "hanoi";

  public DueDateQuestion {
    channel = given(channel, ReceiptChannel.DIRECT.code());
    calendar = given(calendar, CITY_CALENDAR);
    language = language == null ? WorktimeText.VIETNAMESE : language;
  }

  /** A question that no receiving body is known for. */
  public DueDateQuestion(
      String allowance,
      String unit,
      String received,
      String channel,
      String calendar,
      Locale language) {
    this(allowance, unit, received, channel, calendar, language, null);
  }

  private static String given(String text, String otherwise) {
    return text == null || text.isBlank() ? otherwise : text.strip();
  }
}
