package vn.motcua.figures.indicator;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import vn.motcua.figures.RollUp;
import vn.motcua.figures.board.Target;

/**
 * A declared indicator (chỉ tiêu).
 *
 * @param code as it stands in addresses and in the read model
 * @param dimensions what it may be cut by; anything else is refused
 * @param formula in words, Vietnamese
 * @param target null where none was set
 * @param validFrom the day from which this formula holds
 * @param legalSource who asks for it
 */
public record Indicator(
    String code,
    String vietnamese,
    String english,
    Kind kind,
    Set<Dimension> dimensions,
    Source source,
    String formula,
    String formulaEnglish,
    Target target,
    LocalDate validFrom,
    String legalSource) {

  /** The formulas of this register hold from here on. */
  static final LocalDate BEGIN = LocalDate.of(2026, 11, 22);

  private static final Set<Dimension> DAYS =
      Set.of(Dimension.DAY, Dimension.MONTH, Dimension.QUARTER, Dimension.YEAR, Dimension.REPORT);

  public Indicator {
    dimensions = Set.copyOf(dimensions);
  }

  /** Whether it may be cut so, or asked for one part of it. */
  public boolean allows(Dimension dimension) {
    return dimension == Dimension.NONE || dimensions.contains(dimension);
  }

  /** What its bodies are: branch, agency, or {@link Dimension#NONE} where it has none. */
  public Dimension body() {
    if (dimensions.contains(Dimension.BRANCH)) {
      return Dimension.BRANCH;
    }
    return dimensions.contains(Dimension.UNIT) ? Dimension.UNIT : Dimension.NONE;
  }

  /** Whether there is something to divide by. */
  public boolean isShare() {
    return switch (source) {
      case Source.Series series -> series.denominator() != null;
      case Source.Mean mean -> true;
      case Source.Columns columns -> columns.denominator() != null;
      case Source.Tables tables -> kind != Kind.FLOW;
      case Source.Details details -> kind != Kind.FLOW && kind != Kind.QUANTILE;
      case Source.Procedures procedures -> true;
      case Source.Composed composed -> true;
      case Source.Distribution distribution -> false;
      case Source.Standing standing -> false;
    };
  }

  /** Whether the division gives how many there are per case, and not a share. */
  public boolean isMean() {
    return source instanceof Source.Mean || source instanceof Source.Procedures;
  }

  /** Whether all parts together have a meaning; else there is a figure for each part only. */
  public boolean hasWhole() {
    return !(source instanceof Source.Procedures);
  }

  /** Whether the stream counts it; else it is read from the operational tables. */
  public boolean isStreamed() {
    return source.reason() == null;
  }

  /** What the referee compares it in. */
  public RollUp rollUp() {
    return switch (source) {
      case Source.Columns columns -> rollUp(columns.table());
      case Source.Standing standing -> rollUp(standing.table());
      case Source.Tables tables -> RollUp.TABLES;
      case Source.Details details -> RollUp.TABLES;
      case Source.Procedures procedures -> RollUp.TABLES;
      case Source.Composed composed -> RollUp.TABLES;
      default -> RollUp.INDICATORS;
    };
  }

  private static RollUp rollUp(Source.Table table) {
    return switch (table) {
      case INDICATOR_DAY -> RollUp.INDICATORS;
      case FIGURE_DAY -> RollUp.FIGURES;
      case BOARD_DAY -> RollUp.BOARD;
    };
  }

  /** The series or columns that it is made of; its own code where it is read from the tables. */
  public Set<String> flows() {
    return switch (source) {
      case Source.Series series ->
          series.denominator() == null
              ? Set.of(series.numerator())
              : Set.of(series.numerator(), series.denominator());
      case Source.Mean mean -> Set.of(mean.sum(), mean.cases());
      case Source.Distribution distribution -> Set.of(distribution.series());
      case Source.Columns columns -> columns(columns.numerator() + " " + columns.denominator());
      case Source.Standing standing -> Set.of(standing.in(), standing.out());
      case Source.Tables tables -> Set.of(code);
      case Source.Details details -> Set.of(code);
      case Source.Procedures procedures -> Set.of(code);
      case Source.Composed composed -> Set.of(code);
    };
  }

  private static Set<String> columns(String sums) {
    return Arrays.stream(sums.split("[^a-z_]+"))
        .filter(column -> !column.isEmpty() && !"null".equals(column))
        .collect(Collectors.toSet());
  }

  static Set<Dimension> daysAnd(Dimension... others) {
    EnumSet<Dimension> all = EnumSet.copyOf(DAYS);
    all.addAll(Set.of(others));
    return all;
  }

  /** A stock has no days that could be added up. */
  static Set<Dimension> only(Dimension... dimensions) {
    return Set.of(dimensions);
  }
}
