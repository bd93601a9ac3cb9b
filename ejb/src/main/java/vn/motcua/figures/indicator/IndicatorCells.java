package vn.motcua.figures.indicator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The SQL that adds an indicator up: part, range, numerator, denominator. Its texts come from
 * declarations only. Binds, in this order: dataset, first day, day after the last, body, body,
 * field, field; of the operational tables dataset, begin, end, present, zone, body, body.
 */
final class IndicatorCells {

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
      with asked as (
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
    };
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
    };
  }

  private static String text(String file) {
    try (InputStream in = IndicatorCells.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
