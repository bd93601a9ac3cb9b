package vn.motcua.figures.indicator;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.motcua.database.Query;
import vn.motcua.dataset.DatasetSummary;
import vn.motcua.figures.Comparison;
import vn.motcua.figures.Comparison.Difference;
import vn.motcua.figures.Horizon;
import vn.motcua.figures.RollUp;
import vn.motcua.figures.index.IndexTexts;

/**
 * The referee of what the stream does not count (trọng tài của các chỉ tiêu đếm từ bảng): each
 * indicator that is read from the operational tables, and each component of the index, is counted
 * once more by a second text, written apart from the first. Both are counted by one statement, so
 * as of one moment; tables are not kept as of a horizon, so it is the present and not the
 * horizon's.
 */
public final class TableReferee {

  /** So many cells of a figure are told. */
  private static final int MOST = 20;

  /** Before this day the city's tables hold nothing. */
  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

  private static final String ASKED =
      """
      with asked as (
        select ?::int as dataset, ?::timestamptz as begin, ?::timestamptz as finish,
               ?::timestamptz as present, ?::text as zone),
      one as (
      %s),
      other as (
      %s)
      """;

  private static final String CELLS =
      """
      select body, day, field_id, sum(n1)::bigint as n1, sum(d1)::bigint as d1,
        sum(n2)::bigint as n2, sum(d2)::bigint as d2, count(*) over () as differences
      from (
        select %1$s, numerator as n1, denominator as d1, 0 as n2, 0 as d2 from one
        union all
        select %1$s, 0, 0, numerator, denominator from other) cell
      group by body, day, field_id, side, minutes
      having sum(n1) <> sum(n2) or sum(d1) <> sum(d2)
      order by 1, 2, 3 limit %2$d
      """;

  private static final String OF_TABLES =
      "body, null::date as day, 0 as field_id, '' as side, null::bigint as minutes";

  /** A procedure is no body: it is told as part of the whole. */
  private static final String OF_PROCEDURES =
      "0 as body, null::date as day, 0 as field_id, body::text as side, null::bigint as minutes";

  private static final String OF_DETAILS = "body, day, field_id, side, minutes";

  /** A component's text may go on with a {@code with}, so it is given one. */
  private static final String COMPONENT =
      "select 0 as body, c.* from (with nothing as (select 1)\n%s) c (numerator, denominator)";

  private TableReferee() {}

  /** What a verdict at a horizon says beside of what the stream does not count. */
  public static Comparison add(
      Comparison streamed, Connection connection, DatasetSummary dataset, Horizon horizon)
      throws SQLException {
    if (dataset.clockEnd() != null) {
      return streamed;
    }
    LocalDate tomorrow = horizon.time().atZone(dataset.zone()).toLocalDate().plusDays(1);
    LocalDate from = horizon.from().isBefore(FIRST_DAY) ? FIRST_DAY : horizon.from();
    LocalDate to = horizon.to().isAfter(tomorrow) ? tomorrow : horizon.to();
    if (!from.isBefore(to)) {
      return streamed;
    }
    List<Difference> differences = new ArrayList<>(streamed.differences());
    long count = compare(connection, dataset, from, to, horizon.time(), differences);
    Map<RollUp, Long> counts = new EnumMap<>(streamed.counts());
    counts.put(RollUp.TABLES, count);
    return new Comparison(
        streamed.matches() && count == 0, streamed.count() + count, differences, counts);
  }

  /**
   * Counts everything twice.
   *
   * @param to the day after the last
   * @param differences takes the first cells that differ
   * @return how many differ
   */
  static long compare(
      Connection connection,
      DatasetSummary dataset,
      LocalDate from,
      LocalDate to,
      Instant present,
      List<Difference> differences)
      throws SQLException {
    List<Object> asked = IndicatorReading.asked(dataset, from, to, present);
    long count = 0;
    for (Indicator indicator : IndicatorRegister.all()) {
      if (hasTexts(indicator)) {
        String sql =
            ASKED.formatted(
                    IndicatorCells.first(indicator.source()),
                    IndicatorCells.second(indicator.source()))
                + CELLS.formatted(cells(indicator.source()), MOST);
        count += told(connection, sql, asked, indicator.code(), from, differences);
      }
    }
    for (var component : IndexTexts.first().entrySet()) {
      String sql =
          ASKED.formatted(
                  COMPONENT.formatted(component.getValue()),
                  COMPONENT.formatted(IndexTexts.second().get(component.getKey())))
              + CELLS.formatted(OF_TABLES, MOST);
      count += told(connection, sql, asked, "T1/" + component.getKey().name(), from, differences);
    }
    return count;
  }

  /** T1 is made of its components, which are compared one by one. */
  static boolean hasTexts(Indicator indicator) {
    return !indicator.isStreamed() && !(indicator.source() instanceof Source.Composed);
  }

  private static String cells(Source source) {
    return switch (source) {
      case Source.Details details -> OF_DETAILS;
      case Source.Procedures procedures -> OF_PROCEDURES;
      default -> OF_TABLES;
    };
  }

  private static long told(
      Connection connection,
      String sql,
      List<Object> asked,
      String flow,
      LocalDate from,
      List<Difference> differences)
      throws SQLException {
    List<Long> counts =
        Query.of(connection, sql, asked.toArray())
            .list(
                row -> {
                  differences.add(difference(row, flow, from));
                  return row.getLong("differences");
                });
    return counts.isEmpty() ? 0 : counts.getFirst();
  }

  private static Difference difference(ResultSet row, String flow, LocalDate from)
      throws SQLException {
    LocalDate day = row.getObject("day", LocalDate.class);
    boolean numerators = row.getLong("n1") != row.getLong("n2");
    return new Difference(
        RollUp.TABLES,
        day == null ? from : day,
        row.getInt("body"),
        row.getInt("field_id"),
        null,
        false,
        flow,
        row.getLong(numerators ? "n1" : "d1"),
        row.getLong(numerators ? "n2" : "d2"));
  }
}
