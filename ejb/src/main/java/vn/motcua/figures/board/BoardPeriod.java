package vn.motcua.figures.board;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import vn.motcua.figures.FigureFailure;

/**
 * Days that the board speaks of, half-open, of the dataset's zone.
 *
 * @param from the first day
 * @param to the day after the last
 */
public record BoardPeriod(Kind kind, LocalDate from, LocalDate to) {

  /** No board speaks of more days than these. */
  private static final int MOST_DAYS = 800;

  private static final int REPORT_DAY = 15;

  /** The usual periods. */
  public enum Kind {
    DAY,
    /** From Monday. */
    WEEK,
    MONTH,
    QUARTER,
    YEAR,
    /** The month of reports (kỳ báo cáo, NĐ 09/2019/NĐ-CP): from the 15th to the 14th. */
    REPORT,
    /** Any other days. */
    RANGE
  }

  public BoardPeriod {
    if (from == null || to == null || !from.isBefore(to)) {
      throw new FigureFailure.BadQuery("period");
    }
    if (ChronoUnit.DAYS.between(from, to) > MOST_DAYS) {
      throw new FigureFailure.BadQuery("too-long");
    }
  }

  /**
   * The period of a kind that a day belongs to.
   *
   * @throws FigureFailure.BadQuery for {@link Kind#RANGE}, which a day does not tell
   */
  public static BoardPeriod of(Kind kind, LocalDate day) {
    LocalDate month = day.withDayOfMonth(1);
    return switch (kind) {
      case DAY -> new BoardPeriod(kind, day, day.plusDays(1));
      case WEEK -> {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        yield new BoardPeriod(kind, monday, monday.plusWeeks(1));
      }
      case MONTH -> new BoardPeriod(kind, month, month.plusMonths(1));
      case QUARTER -> {
        LocalDate first = month.minusMonths((month.getMonthValue() - 1) % 3);
        yield new BoardPeriod(kind, first, first.plusMonths(3));
      }
      case YEAR -> {
        LocalDate first = day.withDayOfYear(1);
        yield new BoardPeriod(kind, first, first.plusYears(1));
      }
      case REPORT -> {
        LocalDate first =
            day.getDayOfMonth() < REPORT_DAY
                ? month.minusMonths(1).withDayOfMonth(REPORT_DAY)
                : month.withDayOfMonth(REPORT_DAY);
        yield new BoardPeriod(kind, first, first.plusMonths(1));
      }
      case RANGE -> throw new FigureFailure.BadQuery("period");
    };
  }

  /** The period before this one. */
  public BoardPeriod previous() {
    return kind == Kind.RANGE
        ? new BoardPeriod(kind, from.minusDays(length()), from)
        : of(kind, from.minusDays(1));
  }

  /**
   * The days of the former period that can fairly be compared: while this one still runs, as many
   * as have begun of it.
   *
   * @param today the day of T
   */
  public BoardPeriod comparable(LocalDate today) {
    BoardPeriod former = previous();
    if (today.isBefore(from) || !today.isBefore(to.minusDays(1))) {
      return former;
    }
    LocalDate end = former.from.plusDays(ChronoUnit.DAYS.between(from, today) + 1);
    return end.isBefore(former.to) ? new BoardPeriod(Kind.RANGE, former.from, end) : former;
  }

  public LocalDate last() {
    return to.minusDays(1);
  }

  public long length() {
    return ChronoUnit.DAYS.between(from, to);
  }
}
