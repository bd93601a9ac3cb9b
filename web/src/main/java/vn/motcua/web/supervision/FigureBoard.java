package vn.motcua.web.supervision;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.motcua.dataset.DatasetSummary;
import vn.motcua.figures.Comparison;
import vn.motcua.figures.Dimensions;
import vn.motcua.figures.FigureAnswer;
import vn.motcua.figures.FigureQuery;
import vn.motcua.figures.FigureQuery.Cut;
import vn.motcua.figures.FigureService;
import vn.motcua.figures.Horizon;
import vn.motcua.figures.PeriodFigures;
import vn.motcua.figures.Recounted;
import vn.motcua.figures.RefereeVerdict;
import vn.motcua.figures.RollUp;
import vn.motcua.figures.StreamPosition;
import vn.motcua.figures.index.IndexComponent;
import vn.motcua.figures.indicator.IndicatorRegister;
import vn.motcua.web.layout.Notation;
import vn.motcua.web.layout.Words;

/** Asks stream and referee the same question and lays their answers beside each other. */
@RequestScoped
public class FigureBoard {

  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/uuuu");

  @EJB private FigureService figures;
  @EJB private Dimensions dimensions;
  @Inject private Words words;

  /** A stream that has not moved for so long is taken for stopped; it moves at every tick. */
  private static final Duration STOPPED = Duration.ofMinutes(1);

  /** A look at a horizon waits no longer than this for all that is recounted there. */
  private static final Duration PATIENCE = Duration.ofMillis(600);

  /** Where the referee alone has an answer, nothing can be shown without it. */
  private static final Duration LONG_PATIENCE = Duration.ofMinutes(2);

  private final long begun = System.nanoTime();
  private boolean counting;

  /** Who answers: the stream, the referee, or both. */
  public record Asked(boolean stream, boolean referee) {}

  /**
   * A recount reads the whole history, so it is made where it says something: at a horizon, where
   * it can be compared, and where the stream has no answer or has stopped. The present is the
   * stream's.
   *
   * @param horizon null for the present
   */
  public Asked asked(Horizon horizon) {
    if (horizon != null) {
      return new Asked(horizon.state() == Horizon.State.FROZEN, true);
    }
    StreamPosition position = figures.position();
    boolean stopped = position.time() == null || position.age().compareTo(STOPPED) > 0;
    return new Asked(true, stopped);
  }

  /** The figures of the period, one row for each part; a single row where they are not cut. */
  public List<FigureRow> rows(DatasetSummary dataset, FigureQuery query, Asked asked) {
    Map<String, PeriodFigures> referee = asked.referee() ? recount(query, asked.stream()) : null;
    Map<String, PeriodFigures> stream =
        asked.stream() ? byPart(query.by(), figures.stream(query).figures()) : Map.of();
    Map<String, Dimensions.Name> names = dimensions.names(dataset.id(), query.by());
    PeriodFigures nothing = nothing();
    Map<String, FigureRow> rows = new LinkedHashMap<>();
    for (String part : union(referee == null ? Map.of() : referee, stream)) {
      Dimensions.Name name = names.get(part);
      rows.put(
          part,
          new FigureRow(
              name(query.by(), part, name),
              query.by() == Cut.UNIT && name != null ? name.code() : null,
              asked.stream() ? stream.getOrDefault(part, nothing) : null,
              referee == null ? null : referee.getOrDefault(part, nothing),
              words.getNotation()));
    }
    return new ArrayList<>(rows.values());
  }

  /** Null while it is being counted, of which the stream has figures to show. */
  private Map<String, PeriodFigures> recount(FigureQuery query, boolean streamToo) {
    if (query.horizon() == null) {
      return byPart(query.by(), figures.referee(query).figures());
    }
    Recounted<FigureAnswer> recounted =
        figures.recounted(query, streamToo ? patience() : LONG_PATIENCE).orElse(null);
    counting |= recounted == null;
    return recounted == null ? null : byPart(query.by(), recounted.answer().figures());
  }

  private Duration patience() {
    Duration left = PATIENCE.minusNanos(System.nanoTime() - begun);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Whether something that was asked for is still being counted, and not shown. */
  public boolean isCounting() {
    return counting;
  }

  /** What can be said of stream and referee at a horizon; null is the present, without a cut. */
  public Verdict verdict(DatasetSummary dataset, Horizon horizon) {
    if (horizon == null) {
      return new Verdict(
          Verdict.Kind.UNKNOWN,
          words.of("verdict.none"),
          words.of("verdict.none.meaning"),
          List.of());
    }
    String name = "H" + horizon.id();
    if (horizon.state() != Horizon.State.FROZEN) {
      return new Verdict(
          Verdict.Kind.WAITING,
          words.of("verdict.missed"),
          words.of("verdict.missed.meaning", name),
          List.of());
    }
    String time = words.getNotation().second(horizon.time(), Notation.CITY);
    Optional<RefereeVerdict> agreed = figures.agreed(dataset.code(), horizon.id());
    if (agreed.isPresent()) {
      return matching(name, time, agreed.get().checkedAt());
    }
    Optional<Recounted<Comparison>> compared =
        figures.compared(dataset.code(), horizon.id(), patience());
    if (compared.isEmpty()) {
      counting = true;
      return new Verdict(
          Verdict.Kind.WAITING,
          words.of("verdict.counting"),
          words.of("verdict.counting.meaning", name, time),
          List.of());
    }
    Comparison comparison = compared.get().answer();
    if (comparison.matches()) {
      return matching(name, time, compared.get().countedAt());
    }
    String count = words.getNotation().count(comparison.count());
    return new Verdict(
        Verdict.Kind.BAD,
        words.of("verdict.differ"),
        words.of("verdict.differ.meaning", name, time, count)
            + " "
            + countedAt(compared.get().countedAt()),
        differences(dataset, comparison));
  }

  private Verdict matching(String name, String time, Instant countedAt) {
    String pending = words.getNotation().count(figures.position().pending());
    return new Verdict(
        Verdict.Kind.GOOD,
        words.of("verdict.match"),
        words.of("verdict.match.meaning", name, time, pending) + " " + countedAt(countedAt),
        List.of());
  }

  private String countedAt(Instant moment) {
    return words.of("verdict.counted-at", words.getNotation().second(moment, Notation.CITY));
  }

  /** How far the stream is, in words. */
  public String age() {
    StreamPosition position = figures.position();
    return position.time() == null
        ? words.of("figures.stream.never")
        : words.of(
            "figures.stream.age",
            words.getNotation().age(position.age()),
            words.getNotation().count(position.pending()));
  }

  private List<DifferingCell> differences(DatasetSummary dataset, Comparison comparison) {
    Map<String, Dimensions.Name> units = dimensions.names(dataset.id(), Cut.UNIT);
    Map<String, Dimensions.Name> fields = dimensions.names(dataset.id(), Cut.FIELD);
    return comparison.differences().stream()
        .map(
            cell ->
                new DifferingCell(
                    words.getNotation().day(cell.day()),
                    name(Cut.UNIT, String.valueOf(cell.unitId()), units),
                    name(Cut.FIELD, String.valueOf(cell.fieldId()), fields),
                    switch (cell.rollUp()) {
                      case FIGURES -> words.of("channel." + cell.channel());
                      case BOARD -> words.of("figures.board-cell");
                      case INDICATORS -> words.of("figures.indicator-cell");
                      case TABLES -> words.of("figures.table-cell");
                    },
                    cell.rollUp() == RollUp.TABLES ? figure(cell.flow()) : flow(cell.flow()),
                    new FigureCell(cell.stream(), cell.referee(), words.getNotation())))
        .toList();
  }

  /** A distribution's cell names its range of minutes after a stroke: {@code FLOW_ELAPSED/89}. */
  private String flow(String flow) {
    int stroke = flow.indexOf('/');
    return stroke < 0
        ? words.of("flow." + flow)
        : words.of(
            "figures.range",
            words.of("flow." + flow.substring(0, stroke)),
            flow.substring(stroke + 1));
  }

  /** A figure of the register, or a component of the index after a stroke: {@code T1/ON_TIME}. */
  private String figure(String flow) {
    boolean english = words.locale().getLanguage().equals("en");
    int stroke = flow.indexOf('/');
    if (stroke > 0) {
      IndexComponent component = IndexComponent.valueOf(flow.substring(stroke + 1));
      return component.number() + " " + (english ? component.english() : component.vietnamese());
    }
    return IndicatorRegister.find(flow)
        .map(one -> english ? one.english() : one.vietnamese())
        .orElse(flow);
  }

  private String name(Cut cut, String part, Map<String, Dimensions.Name> names) {
    return name(cut, part, names.get(part));
  }

  private String name(Cut cut, String part, Dimensions.Name name) {
    return switch (cut) {
      case NONE -> words.of("figures.whole");
      case MONTH -> YearMonth.parse(part).format(MONTH);
      case CHANNEL -> words.of("channel." + part);
      default -> name == null ? part : named(name, cut);
    };
  }

  /** A field that is decided at several levels has a row for each. */
  private String named(Dimensions.Name name, Cut cut) {
    boolean levelled = cut == Cut.FIELD && !name.level().isBlank();
    return levelled
        ? words.of(
            "figures.field-at-level",
            name.name(),
            words.of("level." + name.level().toLowerCase(Locale.ROOT)))
        : name.name();
  }

  private static Map<String, PeriodFigures> byPart(Cut cut, List<PeriodFigures> rows) {
    Map<String, PeriodFigures> byPart = new LinkedHashMap<>();
    for (PeriodFigures row : rows) {
      String part = cut == Cut.NONE || cut == Cut.MONTH ? row.bucket() : row.part();
      if (part != null) {
        byPart.put(part, row);
      }
    }
    return byPart;
  }

  private static List<String> union(Map<String, ?> one, Map<String, ?> other) {
    List<String> parts = new ArrayList<>(one.keySet());
    other.keySet().stream().filter(part -> !one.containsKey(part)).forEach(parts::add);
    return parts;
  }

  private static PeriodFigures nothing() {
    return new PeriodFigures(
        "", null, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }
}
