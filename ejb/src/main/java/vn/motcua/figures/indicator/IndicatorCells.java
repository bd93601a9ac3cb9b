package vn.motcua.figures.indicator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The SQL that adds an indicator up: part, range, numerator, denominator. Its texts come from
 * declarations only. Binds, in this order: dataset, first day, day after the last, body, body,
 * field, field; of the operational tables dataset, begin, end, present, zone, body, body, and where
 * they are read row by row field, field.
 */
final class IndicatorCells {

  private static final String SECOND = "second/";

  /** Where the common beginning of the texts about lateness goes. */
  private static final String SIDES = ":late-sides";

  private static final String STREAM =
      """
      select %1$s as part, %2$s as bucket, sum(%3$s) as numerator, sum(%4$s) as denominator
      from read_model r join %5$s t on t.generation = r.active_generation
      where t.dataset_id = ? and %6$s and t.day < ?%7$s
        and (?::int is null or t.%8$s in (
          select v.id from unit u
          join unit v on v.dataset_id = u.dataset_id and v.code = u.code where u.id = ?))
        and (?::int is null or t.field_id = ?)
      group by 1, 2
      """;

  private static final String TABLES =
      """
      with asked as not materialized (
        select ?::int as dataset, ?::timestamptz as begin, ?::timestamptz as finish,
               ?::timestamptz as present, ?::text as zone),
      counted as (
      %1$s)
      select %2$s as part, 0 as bucket, sum(numerator) as numerator,
             sum(denominator) as denominator
      from counted
      where (?::int is null or body in (
          select v.id from unit u
          join unit v on v.dataset_id = u.dataset_id and v.code = u.code where u.id = ?))
      group by 1, 2
      """;

  /** As the stream's long table, but for the moment of counting. */
  private static final String DETAILS =
      """
      with asked as not materialized (
        select ?::int as dataset, ?::timestamptz as begin, ?::timestamptz as finish,
               ?::timestamptz as present, ?::text as zone),
      counted as (
      %1$s)
      select %2$s as part, %3$s as bucket, sum(t.numerator) as numerator,
             sum(t.denominator) as denominator
      from counted t
      where (?::int is null or t.body in (
          select v.id from unit u
          join unit v on v.dataset_id = u.dataset_id and v.code = u.code where u.id = ?))
        and (?::int is null or t.field_id = ?)
      group by 1, 2
      """;

  /** Several of these that begin with the same parts, in one pass. */
  private static final String TOGETHER =
      """
      with asked as not materialized (
        select ?::int as dataset, ?::timestamptz as begin, ?::timestamptz as finish,
               ?::timestamptz as present, ?::text as zone),
      %1$s,
      counted as (
      %2$s)
      select t.code, %3$s as part, %4$s as bucket, sum(t.numerator) as numerator,
             sum(t.denominator) as denominator
      from counted t
      where (?::int is null or t.body in (
          select v.id from unit u
          join unit v on v.dataset_id = u.dataset_id and v.code = u.code where u.id = ?))
        and (?::int is null or t.field_id = ?)
      group by 1, 2, 3
      """;

  /** How many doublings of eight there are in the minutes; of none: no doubling. */
  private static final String DOUBLINGS =
      "coalesce(width_bucket(t.minutes::bigint, array[%s]::bigint[]), 0)"
          .formatted(
              LongStream.rangeClosed(4, 40)
                  .mapToObj(doubling -> String.valueOf(1L << doubling))
                  .collect(Collectors.joining(", ")));

  /** The range of minutes: below 8 each for itself, above that eight to every doubling. */
  private static final String RANGE =
      "8 * %1$s + (t.minutes::bigint >> %1$s)::int".formatted(DOUBLINGS);

  /** Read once each. */
  private static final ConcurrentMap<String, String> TEXTS = new ConcurrentHashMap<>();

  private IndicatorCells() {}

  static String of(Source source, Dimension by) {
    return switch (source) {
      case Source.Series series ->
          stream(
              Source.Table.INDICATOR_DAY,
              by,
              "0",
              value(series.numerator()),
              series.denominator() == null
                  ? value(series.numerator())
                  : value(series.denominator()),
              " and t.indicator in ('%s', '%s')"
                  .formatted(
                      series.numerator(),
                      series.denominator() == null ? series.numerator() : series.denominator()),
              true);
      case Source.Mean mean -> of(new Source.Series(mean.sum(), mean.cases()), by);
      case Source.Distribution distribution ->
          stream(
              Source.Table.INDICATOR_DAY,
              by,
              "t.bucket",
              "t.value",
              "t.value",
              " and t.indicator = '%s'".formatted(distribution.series()),
              true);
      case Source.Columns columns ->
          stream(
              columns.table(),
              by,
              "0",
              columns.numerator(),
              columns.denominator() == null ? columns.numerator() : columns.denominator(),
              "",
              true);
      case Source.Standing standing -> {
        String stock = "t.%s - t.%s".formatted(standing.in(), standing.out());
        yield stream(standing.table(), by, "0", stock, stock, "", false);
      }
      case Source.Tables tables ->
          TABLES.formatted(text(tables.file()), by == Dimension.NONE ? "''" : "body::text");
      case Source.Procedures procedures ->
          TABLES.formatted(text(procedures.file()), by == Dimension.NONE ? "''" : "body::text");
      case Source.Details details ->
          DETAILS.formatted(text(details), part(by, "body"), details.spread() ? RANGE : "0");
      case Source.Composed composed ->
          throw new IllegalArgumentException("made of other figures: " + composed.goal());
    };
  }

  /** Whether it is counted from who lost the time of late dossiers. */
  static boolean isOfLateness(Source source) {
    return source instanceof Source.Details details && text(details.file()).contains(SIDES);
  }

  /**
   * Those that are counted from who lost the time, in one pass; a column {@code code} tells which.
   * Binds as they do one by one.
   */
  static String ofLateness(List<Indicator> indicators, Dimension by) {
    List<String> counted = new ArrayList<>();
    StringBuilder bucket = new StringBuilder("case");
    for (Indicator indicator : indicators) {
      Source.Details details = (Source.Details) indicator.source();
      String text = text(details.file());
      counted.add(
          "select '%s' as code, one.* from (%s) one"
              .formatted(
                  indicator.code(), text.substring(text.indexOf(SIDES) + SIDES.length()).strip()));
      if (details.spread()) {
        bucket.append(" when t.code = '").append(indicator.code()).append("' then ").append(RANGE);
      }
    }
    return TOGETHER.formatted(
        text("late-sides.sql"),
        String.join("\nunion all\n", counted),
        part(by, "body"),
        bucket.append(" when true then 0 end"));
  }

  private static String value(String series) {
    return "case when t.indicator = '%s' then t.value else 0 end".formatted(series);
  }

  private static String stream(
      Source.Table table,
      Dimension by,
      String bucket,
      String numerator,
      String denominator,
      String further,
      boolean withinPeriod) {
    return STREAM.formatted(
        part(by, table.body),
        bucket,
        numerator,
        denominator,
        table.table,
        // A stock is what came before the end of the period, whenever; the first day is read, not
        // used.
        withinPeriod ? "t.day >= ?" : "?::date is not null",
        further,
        table.body);
  }

  private static String part(Dimension by, String body) {
    return switch (by) {
      case NONE -> "''";
      case DAY -> "to_char(t.day, 'YYYY-MM-DD')";
      case MONTH -> "to_char(t.day, 'YYYY-MM')";
      case QUARTER -> "to_char(t.day, 'YYYY-\"Q\"Q')";
      case YEAR -> "to_char(t.day, 'YYYY')";
      case REPORT -> "to_char(date_trunc('month', t.day - 14) + interval '14 days', 'YYYY-MM-DD')";
      case BRANCH, UNIT -> "t." + body + "::text";
      case FIELD -> "t.field_id::text";
      case SIDE -> "t.side";
      case PROCEDURE -> throw new IllegalArgumentException("cut by procedure");
    };
  }

  /** The first count. */
  static String first(Source source) {
    return switch (source) {
      case Source.Tables tables -> text(tables.file());
      case Source.Procedures procedures -> text(procedures.file());
      case Source.Details details -> text(details);
      default -> throw new IllegalArgumentException("not of the tables: " + source);
    };
  }

  static String text(Source.Details details) {
    return text(details.file())
        .replace(SIDES, text("late-sides.sql"))
        .replace(":element", details.element());
  }

  /** The second count of the same: by another text, or with other sides. */
  static String second(Source source) {
    return switch (source) {
      case Source.Tables tables -> text(SECOND + tables.file());
      case Source.Procedures procedures -> text(SECOND + procedures.file());
      case Source.Details details ->
          text(details.file()).contains(SIDES)
              ? text(details.file()).replace(SIDES, text(SECOND + "late-sides.sql"))
              : text(SECOND + details.file()).replace(":element", details.element());
      default -> throw new IllegalArgumentException("not of the tables: " + source);
    };
  }

  static String text(String file) {
    return TEXTS.computeIfAbsent(file, IndicatorCells::read);
  }

  private static String read(String file) {
    try (InputStream in = IndicatorCells.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
