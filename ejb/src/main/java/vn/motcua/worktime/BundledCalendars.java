package vn.motcua.worktime;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The calendars that come with the program, each read once. */
@ApplicationScoped
public class BundledCalendars {
  /** Letters, digits and hyphens only, so that a code can never lead out of the folder. */
  private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final Map<String, WorkingCalendar> read = new ConcurrentHashMap<>();

  /**
   * Finds a calendar by its code.
   *
   * @throws WorktimeException.UnknownCalendar when there is none
   * @throws WorktimeException.InvalidCalendar when its file is wrong
   */
  public WorkingCalendar ofCode(String code) {
    if (code == null || code.length() > 60 || !CODE.matcher(code).matches()) {
      throw new WorktimeException.UnknownCalendar(code);
    }
    WorkingCalendar known = read.get(code);
    // Unknown codes are not remembered: anybody may ask for any number of them.
    return known != null ? known : remember(code, open(code));
  }

  private WorkingCalendar remember(String code, WorkingCalendar calendar) {
    read.putIfAbsent(code, calendar);
    return calendar;
  }

  private static WorkingCalendar open(String code) {
    String file = code + ".csv";
    try (InputStream bytes = BundledCalendars.class.getResourceAsStream("calendar/" + file)) {
      if (bytes == null) {
        throw new WorktimeException.UnknownCalendar(code);
      }
      return CalendarReader.read(code, file, new InputStreamReader(bytes, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
