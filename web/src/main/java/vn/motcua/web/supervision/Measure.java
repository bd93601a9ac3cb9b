package vn.motcua.web.supervision;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import vn.motcua.figures.PeriodFigures;

/**
 * The counts of a period, in the order in which people read them: what came in, what went out, what
 * is left. A part is counted within the term above it.
 */
public enum Measure {
  CARRIED_OVER(Side.IN, true, PeriodFigures::carriedOver),
  RECEIVED(Side.IN, true, PeriodFigures::received),
  RECEIVED_DIRECT(Side.IN, false, PeriodFigures::receivedDirect),
  RECEIVED_ONLINE(Side.IN, false, PeriodFigures::receivedOnline),
  RECEIVED_POST(Side.IN, false, PeriodFigures::receivedPost),
  RECEIVED_OTHER(Side.IN, false, PeriodFigures::receivedOther),
  TRANSFERRED_IN(Side.IN, true, PeriodFigures::transferredIn),
  REOPENED(Side.IN, true, PeriodFigures::reopened),
  RESOLVED(Side.OUT, true, PeriodFigures::resolved),
  EARLY(Side.OUT, false, PeriodFigures::early),
  ON_TIME(Side.OUT, false, PeriodFigures::onTime),
  LATE(Side.OUT, false, PeriodFigures::late),
  UNDATED(Side.OUT, false, PeriodFigures::undated),
  CLOSED(Side.OUT, true, PeriodFigures::closedWithoutResult),
  CLOSED_BEFORE_DUE(Side.OUT, false, PeriodFigures::closedBeforeDue),
  CLOSED_AFTER_DUE(Side.OUT, false, PeriodFigures::closedAfterDue),
  VOIDED(Side.OUT, true, PeriodFigures::voided),
  TRANSFERRED_OUT(Side.OUT, true, PeriodFigures::transferredOut),
  OPEN(Side.LEFT, true, PeriodFigures::open),
  WITHIN(Side.LEFT, false, PeriodFigures::within),
  PAUSED(Side.LEFT, false, PeriodFigures::paused),
  OVERDUE(Side.LEFT, false, PeriodFigures::overdue);

  /** On which side of the identity a count stands: in = out + left. */
  public enum Side {
    IN,
    OUT,
    LEFT
  }

  private final Side side;
  private final boolean term;
  private final ToLongFunction<PeriodFigures> count;

  Measure(Side side, boolean term, ToLongFunction<PeriodFigures> count) {
    this.side = side;
    this.term = term;
    this.count = count;
  }

  public Side getSide() {
    return side;
  }

  /** A term of the identity; otherwise a part of the term above. */
  public boolean isTerm() {
    return term;
  }

  public long of(PeriodFigures figures) {
    return count.applyAsLong(figures);
  }

  /** As in the keys of texts, such as {@code on-time}. */
  public String getCode() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static List<Measure> of(Side side) {
    return Arrays.stream(values()).filter(measure -> measure.side == side).toList();
  }

  /** The sum of a side's terms. */
  public static long total(Side side, PeriodFigures figures) {
    return of(side).stream().filter(Measure::isTerm).mapToLong(m -> m.of(figures)).sum();
  }
}
