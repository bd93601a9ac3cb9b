package vn.motcua.eventlog.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the moments of a log. An offset or zone in the value wins; a local value is of the
 * mapping's zone. A local time that clocks skip is moved on by the length of the gap; one that
 * exists twice is the earlier of the two; both are told with the moment.
 *
 * <p>Without formats of its own it reads ISO 8601: a date, or a date and a time with {@code T} or a
 * space between, to nanoseconds, with or without an offset. Days and months that do not exist (31
 * February) are unreadable, never moved.
 */
public final class MomentFormat {

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("uuuu-MM-dd[['T'][ ]HH:mm[:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendPattern("][ ][XXX][XX][X]]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT)
          .withChronology(IsoChronology.INSTANCE);

  private final List<Reading> readings;
  private final ZoneId zone;

  @FunctionalInterface
  private interface Reading {
    Moment read(String text);
  }

  /**
   * @param patterns of {@link DateTimeFormatter}, or {@code epoch_seconds}, {@code epoch_millis},
   *     {@code iso}; tried in order; none means {@code iso}
   * @param language for names of months and days
   * @throws IllegalArgumentException when a pattern is none
   */
  public MomentFormat(List<String> patterns, Locale language, ZoneId zone) {
    this.zone = zone;
    List<Reading> all = new ArrayList<>();
    for (String pattern : patterns.isEmpty() ? List.of("iso") : patterns) {
      all.add(reading(pattern, language));
    }
    readings = List.copyOf(all);
  }

  /** The moment, or nothing where no format reads the text. */
  public Optional<Moment> read(String text) {
    for (Reading reading : readings) {
      try {
        return Optional.of(reading.read(text));
      } catch (DateTimeException | NumberFormatException | ArithmeticException notThisOne) {
        continue;
      }
    }
    return Optional.empty();
  }

  /** The zone of local values. */
  public ZoneId zone() {
    return zone;
  }

  /** The same wall-clock time so many days later; skipped times move on by the gap. */
  public Instant plusCalendarDays(Instant from, int days) {
    return from.atZone(zone).plusDays(days).toInstant();
  }

  private Reading reading(String pattern, Locale language) {
    return switch (pattern) {
      case "iso" -> text -> moment(ISO.parse(text));
      case "epoch_seconds" -> text -> counted(Instant.ofEpochSecond(Long.parseLong(text)));
      case "epoch_millis" -> text -> counted(Instant.ofEpochMilli(Long.parseLong(text)));
      default -> {
        DateTimeFormatter formatter =
            new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(prolepticYears(pattern))
                .toFormatter(language)
                .withResolverStyle(ResolverStyle.STRICT)
                .withChronology(IsoChronology.INSTANCE);
        yield text -> moment(formatter.parse(text));
      }
    };
  }

  /**
   * A strict formatter wants an era beside {@code y}; people write {@code yyyy} and mean the year.
   */
  private static String prolepticYears(String pattern) {
    StringBuilder out = new StringBuilder(pattern.length());
    boolean literal = false;
    for (char letter : pattern.toCharArray()) {
      literal ^= letter == '\'';
      out.append(!literal && letter == 'y' ? 'u' : letter);
    }
    return out.toString();
  }

  private Moment counted(Instant instant) {
    return new Moment(
        instant.truncatedTo(ChronoUnit.MILLIS),
        false,
        instant.equals(Instant.EPOCH),
        Moment.Fit.EXACT);
  }

  private Moment moment(TemporalAccessor parsed) {
    LocalDate date = LocalDate.from(parsed);
    LocalTime time = parsed.query(TemporalQueries.localTime());
    LocalDateTime local = date.atTime(time == null ? LocalTime.MIDNIGHT : time);
    boolean epoch = local.equals(LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC));
    ZoneId written = parsed.query(TemporalQueries.zone());
    ZoneId used = written == null ? zone : written;
    Instant instant = local.atZone(used).toInstant().truncatedTo(ChronoUnit.MILLIS);
    Moment.Fit fit =
        switch (used.getRules().getValidOffsets(local).size()) {
          case 0 -> Moment.Fit.SKIPPED;
          case 1 -> Moment.Fit.EXACT;
          default -> Moment.Fit.TWICE;
        };
    return new Moment(instant, time == null, epoch, fit);
  }
}
