package vn.motcua.worktime;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Renders explanations, durations and errors in Vietnamese (default) or English. */
public final class WorktimeText {
  public static final Locale VIETNAMESE = Locale.of("vi", "VN");

  private static final WorktimeText IN_VIETNAMESE = new WorktimeText(VIETNAMESE);
  private static final WorktimeText IN_ENGLISH = new WorktimeText(Locale.ENGLISH);

  private final Locale language;
  private final ResourceBundle messages;
  private final DateTimeFormatter date;

  private WorktimeText(Locale language) {
    this.language = language;
    // No fallback to the machine's language: an unknown one is Vietnamese, wherever this runs.
    this.messages =
        ResourceBundle.getBundle(
            "vn.motcua.worktime.messages",
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    this.date = DateTimeFormatter.ofPattern(messages.getString("date"), language);
  }

  /** English for any English locale, Vietnamese for every other one. */
  public static WorktimeText in(Locale language) {
    return language != null && language.getLanguage().equals("en") ? IN_ENGLISH : IN_VIETNAMESE;
  }

  /** All lines of an explanation, in order. */
  public List<String> lines(List<ExplanationLine> explanation) {
    return explanation.stream().map(this::line).toList();
  }

  public String line(ExplanationLine line) {
    return message("explain." + line.key(), line.arguments());
  }

  /**
   * Time left or over, such as "còn 2 ngày 3 giờ làm việc" or "quá 1 ngày 4 giờ làm việc".
   *
   * @param standardDay how much working time is called a day, {@link WorkingCalendar#standardDay}
   */
  public String timeLeft(TimeLeft left, Duration standardDay) {
    String key = left.over() ? "over" : "left";
    return left.working().toMinutes() == 0
        ? messages.getString(key + ".nothing")
        : message(key, List.of(workingTime(left.working(), standardDay)));
  }

  /** Days and hours; minutes only below one day. Begun minutes are dropped. */
  public String workingTime(Duration working, Duration standardDay) {
    long days = working.dividedBy(standardDay);
    Duration rest = working.minus(standardDay.multipliedBy(days));
    return joined(days, rest.toHours(), days > 0 ? 0 : rest.toMinutesPart());
  }

  String message(String key, List<Object> arguments) {
    Object[] shown = arguments.stream().map(this::shown).toArray();
    return new MessageFormat(messages.getString(key), language).format(shown);
  }

  private Object shown(Object argument) {
    return switch (argument) {
      case LocalDate day -> date.format(day);
      case LocalTime time -> time.toString();
      case LocalDateTime moment ->
          quantity(
              "moment", moment.toLocalTime().withNano(0), weekday(moment), moment.toLocalDate());
      case Duration time -> joined(0, time.toHours(), time.toMinutesPart());
      case Allowance allowance ->
          quantity("quantity." + allowance.unit().code(), allowance.amount());
      case AllowanceUnit unit -> unit.code();
      case DisplayName name -> name.in(language);
      default -> argument.toString();
    };
  }

  private String weekday(LocalDateTime moment) {
    return messages.getString("weekday." + moment.getDayOfWeek().getValue());
  }

  /** Numbers stay numbers here, so that a message can choose singular or plural. */
  private String quantity(String key, Object... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = arguments[i] instanceof Integer ? arguments[i] : shown(arguments[i]);
    }
    return new MessageFormat(messages.getString(key), language).format(arguments);
  }

  private String joined(long days, long hours, int minutes) {
    StringBuilder text = new StringBuilder();
    append(text, "quantity.days", days);
    append(text, "quantity.hours", hours);
    append(text, "quantity.minutes", minutes);
    return text.isEmpty() ? messages.getString("quantity.nothing") : text.toString();
  }

  private void append(StringBuilder text, String key, long amount) {
    if (amount > 0) {
      text.append(text.isEmpty() ? "" : " ").append(quantity(key, Math.toIntExact(amount)));
    }
  }
}
