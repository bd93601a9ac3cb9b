package vn.motcua.worktime;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One line of a calendar file. Its readers throw {@link IllegalArgumentException} or {@link
 * java.time.DateTimeException} on what they do not understand.
 *
 * @param line number in the file, from 1
 * @param fields by column, NFC, never null
 */
record CalendarRow(long line, Map<String, String> fields) {
  private static final Set<String> HEADS = Set.of("revision", "zone", "standard-day");
  private static final List<String> WEEKDAYS =
      List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

  static CalendarRow of(long line, Map<String, String> raw) {
    Map<String, String> fields = new TreeMap<>();
    raw.forEach(
        (column, text) -> fields.put(column, Normalizer.normalize(text, Normalizer.Form.NFC)));
    return new CalendarRow(line, fields);
  }

  String entry() {
    return fields.get("entry");
  }

  String value() {
    return fields.get("value");
  }

  /** Whether it tells something of the calendar as a whole. */
  boolean isHead() {
    return HEADS.contains(entry());
  }

  LocalDate from() {
    return LocalDate.parse(fields.get("from"));
  }

  /** The last day; the first one again where none is given. */
  LocalDate to() {
    return fields.get("to").isEmpty() ? from() : LocalDate.parse(fields.get("to"));
  }

  DisplayName displayName() {
    if (fields.get("name").isEmpty()) {
      throw new IllegalArgumentException("Thiếu tên ở cột name");
    }
    return new DisplayName(fields.get("name"), fields.get("name_en"));
  }

  boolean confirmed() {
    return switch (fields.get("status")) {
      case "confirmed" -> true;
      case "unconfirmed" -> false;
      default ->
          throw new IllegalArgumentException(
              "Cột status phải là confirmed hoặc unconfirmed, không phải \""
                  + fields.get("status")
                  + "\"");
    };
  }

  /** Such as {@code MON-FRI 08:00-12:00 13:00-17:00}, or {@code SAT closed}. */
  WeeklyHours weeklyHours() {
    String[] words = value().split("\\s+", 2);
    List<Session> sessions =
        words.length == 1 || words[1].equals("closed") ? List.of() : sessions(words[1]);
    if (words.length == 1) {
      throw new IllegalArgumentException("Thiếu giờ làm việc: \"" + value() + "\"");
    }
    return WeeklyHours.on(weekdays(words[0]), sessions.toArray(Session[]::new));
  }

  /** The hours given, or with {@code as 2024-04-29} those of the day that is replaced. */
  List<Session> sessionsLike(WorkingCalendarBuilder calendar) {
    return value().startsWith("as ")
        ? calendar.ordinarySessions(LocalDate.parse(value().substring(3)))
        : sessions(value());
  }

  /** First word of the value, such as {@code online next-opening}. */
  ReceiptChannel channel() {
    try {
      return ReceiptChannel.ofCode(value().split("\\s+", 2)[0]);
    } catch (WorktimeException.UnknownChannel unknown) {
      throw new IllegalArgumentException("Không hiểu kênh \"" + value() + "\"", unknown);
    }
  }

  ReceiptRule receiptRule() {
    String name = value().substring(value().indexOf(' ') + 1).strip();
    return Arrays.stream(ReceiptRule.values())
        .filter(rule -> rule.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Không hiểu quy tắc \"" + name + "\""));
  }

  private static Set<DayOfWeek> weekdays(String text) {
    String[] ends = text.split("-", 2);
    int first = WEEKDAYS.indexOf(ends[0]);
    int last = WEEKDAYS.indexOf(ends[ends.length - 1]);
    if (first < 0 || last < first) {
      throw new IllegalArgumentException("Không hiểu thứ trong tuần \"" + text + "\"");
    }
    return EnumSet.range(DayOfWeek.of(first + 1), DayOfWeek.of(last + 1));
  }

  private static List<Session> sessions(String text) {
    return Arrays.stream(text.split("\\s+")).map(CalendarRow::session).toList();
  }

  private static Session session(String text) {
    String[] ends = text.split("-", 2);
    if (ends.length != 2) {
      throw new IllegalArgumentException(
          "Giờ làm việc phải viết như 08:00-12:00, không phải \"" + text + "\"");
    }
    return Session.of(ends[0], ends[1]);
  }
}
