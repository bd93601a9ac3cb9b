package vn.motcua.figures.indicator;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
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
      case Source.Columns columns -> columns.denominator() != null;
      case Source.Tables tables -> kind != Kind.FLOW;
      case Source.Distribution distribution -> false;
      case Source.Standing standing -> false;
    };
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
