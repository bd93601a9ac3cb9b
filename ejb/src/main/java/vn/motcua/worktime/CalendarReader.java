package vn.motcua.worktime;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * Reads a calendar from its CSV form; {@code calendar/hanoi.csv} explains the form at its head. A
 * line that is not understood stops the reading: half a calendar would give wrong due dates.
 */
public final class CalendarReader {
  private static final List<String> COLUMNS =
      List.of("entry", "from", "to", "value", "name", "name_en", "basis", "status");
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setCommentMarker('#')
          .setIgnoreEmptyLines(true)
          .setAllowMissingColumnNames(true)
          .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
          .setTrim(true)
          .get();

  private final String source;
  private final Map<String, String> heads = new HashMap<>();
  private final TreeMap<LocalDate, WeeklyHours> officeHours = new TreeMap<>();
  private final TreeMap<LocalDate, WeeklyHours> deskHours = new TreeMap<>();
  private WorkingCalendarBuilder builder;
  private long line;

  private CalendarReader(String source) {
    this.source = source;
  }

  /**
   * Reads one calendar.
   *
   * @param code of the calendar; the file itself does not name it
   * @param source name of the file, for errors
   * @param text the file; left open
   * @throws WorktimeException.InvalidCalendar with the line that is wrong
   */
  public static WorkingCalendar read(String code, String source, Reader text) {
    return new CalendarReader(source).readAll(code, text);
  }

  private WorkingCalendar readAll(String code, Reader text) {
    try {
      CSVParser parser = FORMAT.parse(text);
      line = parser.getCurrentLineNumber();
      if (!parser.getHeaderNames().equals(COLUMNS)) {
        throw invalid("Dòng tiêu đề phải là: " + String.join(",", COLUMNS) + ".", null);
      }
      List<CalendarRow> rows = new ArrayList<>();
      Iterator<CSVRecord> records = parser.iterator();
      for (line++; records.hasNext(); line = parser.getCurrentLineNumber() + 1) {
        CSVRecord row = records.next();
        line = parser.getCurrentLineNumber();
        rows.add(row(row));
      }
      return build(code, rows);
    } catch (IllegalArgumentException | DateTimeException wrong) {
      throw invalid(Normalizer.normalize(reason(wrong), Normalizer.Form.NFC), wrong);
    } catch (UncheckedIOException | IOException unreadable) {
      throw invalid("Không đọc được dòng này (" + unreadable.getMessage() + ").", unreadable);
    }
  }

  private CalendarRow row(CSVRecord record) {
    if (record.size() != COLUMNS.size()) {
      throw new IllegalArgumentException(
          "Cần " + COLUMNS.size() + " cột, dòng này có " + record.size() + " cột");
    }
    CalendarRow row = CalendarRow.of(line, record.toMap());
    if (row.isHead() && heads.put(row.entry(), row.value()) != null) {
      throw new IllegalArgumentException("Mục " + row.entry() + " có hai lần");
    }
    return row;
  }

  private WorkingCalendar build(String code, List<CalendarRow> rows) {
    line = 0;
    builder =
        new WorkingCalendarBuilder(
            new CalendarVersion(code, head("revision")), ZoneId.of(head("zone")));
    builder.standardDay(Duration.parse(head("standard-day")));
    // Hours first: a swapped day may take the hours of the day it replaces.
    rows.stream().filter(row -> row.entry().equals("hours")).forEach(this::hours);
    officeHours.forEach(builder::officeHours);
    rows.stream().filter(row -> !row.entry().equals("hours")).forEach(this::enter);
    deskHours.forEach(builder::deskHours);
    line = 0;
    return builder.build();
  }

  private void hours(CalendarRow row) {
    line = row.line();
    officeHours.merge(row.from(), row.weeklyHours(), WeeklyHours::with);
  }

  private void enter(CalendarRow row) {
    line = row.line();
    switch (row.entry()) {
      case "revision", "zone", "standard-day" -> {
        // Taken already.
      }
      case "covers" -> builder.covering(row.from(), row.to());
      case "desk" -> deskHours.merge(row.from(), row.weeklyHours(), WeeklyHours::with);
      case "channel" -> builder.receiptRule(row.channel(), row.receiptRule());
      case "off" ->
          builder.dayOff(new DayOff(row.from(), row.to(), row.displayName(), row.confirmed()));
      case "work" ->
          builder.swappedDay(
              new SwappedDay(
                  row.from(), row.sessionsLike(builder), row.displayName(), row.confirmed()));
      case "provisional" ->
          builder.provisional(new ProvisionalStretch(row.from(), row.to(), row.displayName()));
      default -> throw new IllegalArgumentException("Không hiểu mục \"" + row.entry() + "\"");
    }
  }

  private String head(String entry) {
    String value = heads.get(entry);
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException("Thiếu mục " + entry);
    }
    return value;
  }

  private static String reason(RuntimeException wrong) {
    return switch (wrong) {
      case DateTimeParseException unread ->
          "Không đọc được ngày giờ \"" + unread.getParsedString() + "\".";
      case DateTimeException zone -> "Múi giờ không hợp lệ (" + zone.getMessage() + ").";
      default -> wrong.getMessage() + ".";
    };
  }

  private WorktimeException.InvalidCalendar invalid(String reason, Exception cause) {
    return new WorktimeException.InvalidCalendar(source, line, reason, cause);
  }
}
