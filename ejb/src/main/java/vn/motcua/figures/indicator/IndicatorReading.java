package vn.motcua.figures.indicator;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.motcua.database.Query;
import vn.motcua.dataset.DatasetSummary;
import vn.motcua.figures.board.Ratio;
import vn.motcua.figures.indicator.IndicatorAnswer.Part;
import vn.motcua.figures.indicator.IndicatorAnswer.Value;

/**
 * Reads indicators for one dataset, as known at a present moment. What falls on a day that has not
 * come yet does not count: otherwise dossiers due later in a running period would make it look
 * good.
 */
final class IndicatorReading {

  private static final String BODIES =
      """
      select u.id::text as id, u.code as key, last.name
      from unit u
      join lateral (
        select v.name from unit v
        where v.dataset_id = u.dataset_id and v.code = u.code
        order by v.valid_from desc limit 1) last on true
      where u.id = any (?)""";

  private static final String FIELDS =
      "select id::text as id, id::text as key, name from field where id = any (?)";

  private static final String PROCEDURES =
      """
      select p.id::text as id, p.code as key, last.name
      from procedure p
      join lateral (
        select v.name from procedure_version v where v.procedure_id = p.id
        order by v.valid_from desc limit 1) last on true
      where p.id = any (?)""";

  /** One made of other figures, as the board made it: it has no parts. */
  static IndicatorAnswer composed(Indicator indicator, IndicatorQuestion question, Ratio value) {
    return new IndicatorAnswer(
        indicator, question, Value.share(value.numerator(), value.denominator()), List.of());
  }

  private record Cell(String part, int bucket, long numerator, long denominator) {}

  private record Label(String key, String name) {}

  /** What falls into one part. */
  private static final class Sums {
    private long numerator;
    private long denominator;
    private final SortedMap<Integer, Long> ranges = new TreeMap<>();

    private void add(Cell cell) {
      numerator += cell.numerator();
      denominator += cell.denominator();
      ranges.merge(cell.bucket(), cell.numerator(), Long::sum);
    }
  }

  private final Connection connection;
  private final DatasetSummary dataset;
  private final Instant present;

  /** The day of the present moment, in the dataset's zone. */
  private final LocalDate today;

  /** What was counted in one pass, by code, and for which question. */
  private Map<String, List<Cell>> counted = Map.of();

  private IndicatorQuestion countedFor;

  /**
   * @param present of the city now, of an imported log its end
   */
  IndicatorReading(Connection connection, DatasetSummary dataset, Instant present) {
    this.connection = connection;
    this.dataset = dataset;
    this.present = present;
    this.today = present.atZone(dataset.zone()).toLocalDate();
  }

  /**
   * Counts in one pass those of the indicators that begin with the same dear parts, who lost the
   * time of late dossiers; whoever reads them next, so asked, finds them counted.
   */
  void countTogether(List<Indicator> indicators, IndicatorQuestion question) throws SQLException {
    List<Indicator> late =
        indicators.stream()
            .filter(one -> IndicatorCells.isOfLateness(one.source()) && hasSource(one, question))
            .toList();
    if (late.size() < 2) {
      return;
    }
    Map<String, List<Cell>> cells = new HashMap<>();
    late.forEach(one -> cells.put(one.code(), new ArrayList<>()));
    Query.of(
            connection,
            IndicatorCells.ofLateness(late, question.by()),
            valuesOfDetails(question).toArray())
        .list(row -> cells.get(row.getString("code")).add(cell(row)));
    counted = cells;
    countedFor = question;
  }

  IndicatorAnswer read(Indicator indicator, IndicatorQuestion question) throws SQLException {
    List<Cell> cells = cells(indicator, question);
    Sums total = new Sums();
    cells.forEach(total::add);
    return new IndicatorAnswer(
        indicator,
        question,
        hasSource(indicator, question) && indicator.hasWhole()
            ? value(indicator, total)
            : Value.NONE,
        question.by() == Dimension.NONE ? List.of() : parts(indicator, question, cells));
  }

  private List<Cell> cells(Indicator indicator, IndicatorQuestion question) throws SQLException {
    // What has a meaning part by part only is not counted for a whole that nobody is shown.
    boolean shown = indicator.hasWhole() || question.by() != Dimension.NONE;
    if (!shown || !hasSource(indicator, question)) {
      return List.of();
    }
    if (question.equals(countedFor) && counted.containsKey(indicator.code())) {
      return counted.get(indicator.code());
    }
    String sql = IndicatorCells.of(indicator.source(), question.by());
    Integer body = question.bodyId();
    Integer field = question.fieldId();
    List<Object> values = new ArrayList<>();
    switch (indicator.source()) {
      case Source.Tables tables -> {
        values.addAll(asked(question));
        values.addAll(Arrays.asList(body, body));
      }
      case Source.Procedures procedures -> {
        values.addAll(asked(question));
        values.addAll(Arrays.asList(body, body));
      }
      case Source.Details details -> values.addAll(valuesOfDetails(question));
      default ->
          values.addAll(
              Arrays.asList(
                  dataset.id(), question.from(), end(question), body, body, field, field));
    }
    return Query.of(connection, sql, values.toArray()).list(IndicatorReading::cell);
  }

  private List<Object> valuesOfDetails(IndicatorQuestion question) {
    List<Object> values = new ArrayList<>(asked(question));
    values.addAll(
        Arrays.asList(
            question.bodyId(), question.bodyId(), question.fieldId(), question.fieldId()));
    return values;
  }

  private static Cell cell(ResultSet row) throws SQLException {
    return new Cell(
        row.getString("part"),
        row.getInt("bucket"),
        row.getLong("numerator"),
        row.getLong("denominator"));
  }

  /**
   * An imported log tells nothing of what lies in the tables of the city, and those tell what waits
   * now only: of the end of another period nobody can say it any more.
   */
  private boolean hasSource(Indicator indicator, IndicatorQuestion question) {
    if (indicator.isStreamed()) {
      return true;
    }
    boolean running = !question.from().isAfter(today) && question.to().isAfter(today);
    return dataset.clockEnd() == null && (indicator.kind() != Kind.STOCK || running);
  }

  /** The day after the last that counts. */
  LocalDate end(IndicatorQuestion question) {
    LocalDate tomorrow = today.plusDays(1);
    return question.to().isBefore(tomorrow) ? question.to() : tomorrow;
  }

  private List<Object> asked(IndicatorQuestion question) {
    return asked(dataset, question.from(), end(question), present);
  }

  /**
   * What a text over the operational tables is asked with: dataset, begin, end, present, zone.
   *
   * @param end the day after the last
   */
  static List<Object> asked(
      DatasetSummary dataset, LocalDate from, LocalDate end, Instant present) {
    Instant finish = end.atStartOfDay(dataset.zone()).toInstant();
    return List.of(
        dataset.id(),
        from.atStartOfDay(dataset.zone()).toInstant(),
        finish,
        present.isBefore(finish) ? present : finish.minusMillis(1),
        dataset.zone().getId());
  }

  private static Value value(Indicator indicator, Sums sums) {
    if (indicator.kind() == Kind.QUANTILE) {
      Quantiles quantiles = new Quantiles(sums.ranges);
      long total = quantiles.total();
      return new Value(total, total, quantiles.at(50), quantiles.at(90), total > 0);
    }
    return indicator.isShare()
        ? Value.share(sums.numerator, sums.denominator)
        : Value.count(sums.numerator);
  }

  private List<Part> parts(Indicator indicator, IndicatorQuestion question, List<Cell> cells)
      throws SQLException {
    Map<String, Label> labels = labels(question.by(), cells);
    Map<Label, Sums> sums = new HashMap<>();
    for (Cell cell : cells) {
      Label label = labels.getOrDefault(cell.part(), new Label(keyOf(cell), ""));
      sums.computeIfAbsent(label, key -> new Sums()).add(cell);
    }
    Comparator<Part> order =
        question.by().isTime()
            ? Comparator.comparing(Part::key)
            : Comparator.comparing(Part::ranked, Comparator.reverseOrder())
                .thenComparing(
                    Comparator.comparingDouble((Part part) -> rank(indicator, part)).reversed())
                .thenComparing(Part::name)
                .thenComparing(Part::key);
    return sums.entrySet().stream()
        .map(
            entry -> {
              Value value = value(indicator, entry.getValue());
              return new Part(
                  entry.getKey().key(),
                  entry.getKey().name(),
                  value,
                  value.sample() >= IndicatorAnswer.MINIMUM_SAMPLE);
            })
        .sorted(order)
        .toList();
  }

  private static double rank(Indicator indicator, Part part) {
    Value value = part.value();
    if (value.p50() != null) {
      return value.p50();
    }
    return indicator.isShare() && value.exists()
        ? (double) value.numerator() / value.denominator()
        : value.numerator();
  }

  private static String keyOf(Cell cell) {
    return "0".equals(cell.part()) ? "" : cell.part();
  }

  private Map<String, Label> labels(Dimension by, List<Cell> cells) throws SQLException {
    if (by == Dimension.NONE || by == Dimension.SIDE || by.isTime() || cells.isEmpty()) {
      return Map.of();
    }
    List<Integer> ids =
        cells.stream().map(cell -> Integer.valueOf(cell.part())).distinct().toList();
    Map<String, Label> labels = new HashMap<>();
    Query.of(connection, names(by), ids)
        .list(
            row ->
                labels.put(
                    row.getString("id"), new Label(row.getString("key"), row.getString("name"))));
    return labels;
  }

  private static String names(Dimension by) {
    return switch (by) {
      case FIELD -> FIELDS;
      case PROCEDURE -> PROCEDURES;
      default -> BODIES;
    };
  }
}
