package vn.motcua.web.leadership;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import vn.motcua.figures.board.Goal;
import vn.motcua.figures.board.Ratio;
import vn.motcua.figures.board.Target;
import vn.motcua.figures.board.Tile;
import vn.motcua.web.layout.Words;

/** What the board says of its figures. */
@RequestScoped
public class BoardWords {

  /** A change that would round to 0,0 is none. */
  private static final long NOTICEABLE = 5;

  private static final int MINUTES_PER_HOUR = 60;
  private static final int MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR;
  private static final int HUNDREDTHS = 100;

  @Inject private Words words;

  public String name(Goal goal) {
    return words.locale().getLanguage().equals("en") ? goal.english() : goal.vietnamese();
  }

  /** 98,6%; only where n stands beside it. */
  public String percent(Ratio figure) {
    return figure.exists()
        ? words.getNotation().percent(figure.numerator(), figure.denominator())
        : words.of("figures.no-data");
  }

  /** A goal's figure in its own unit: points of the index, cases per 10,000 dossiers, percent. */
  public String value(Goal goal, Ratio figure) {
    if (!figure.exists() || goal != Goal.T1 && goal != Goal.K1) {
      return percent(figure);
    }
    return goal == Goal.T1
        ? words.of("board.points", number(figure.basisPoints(), 100, 1))
        : words.of(
            "board.per-ten-thousand",
            number(
                Math.floorDiv(
                    200_000 * figure.numerator() + figure.denominator(), 2 * figure.denominator()),
                10,
                1));
  }

  /**
   * 98,6% (n = 1.234), a plain count, how many for each, times, points; or that there is no data.
   */
  public String side(Tile.Side side) {
    if (!side.exists()) {
      return words.of("figures.no-data");
    }
    Ratio value = side.value();
    return switch (side.sort()) {
      case SHARE -> share(value);
      case COUNT -> words.getNotation().count(value.numerator());
      case MEAN ->
          words.of(
              "board.side.mean",
              number(
                  Math.floorDiv(
                      20 * value.numerator() + value.denominator(), 2 * value.denominator()),
                  10,
                  1),
              words.getNotation().count(value.denominator()));
      case MINUTES ->
          words.of(
              "board.side.times",
              time(side.p50()),
              time(side.p90()),
              words.getNotation().count(value.denominator()));
      case POINTS ->
          words.of(
              "board.side.points",
              number(value.numerator(), HUNDREDTHS, 1),
              number(value.denominator(), HUNDREDTHS, 0));
    };
  }

  /** Minutes in the largest unit that fits; a day has 24 hours. */
  private String time(long minutes) {
    if (minutes < MINUTES_PER_HOUR) {
      return words.of("indicators.minutes", String.valueOf(minutes));
    }
    return minutes < MINUTES_PER_DAY
        ? words.of("indicators.hours", number(10 * minutes / MINUTES_PER_HOUR, 10, 1))
        : words.of("indicators.days", number(10 * minutes / MINUTES_PER_DAY, 10, 1));
  }

  public String share(Ratio figure) {
    return words.getNotation().share(figure.numerator(), figure.denominator());
  }

  /** Numerator and n in a sentence. */
  public String counted(Tile tile) {
    boolean over = tile.value().numerator() < 0;
    String key = "board.n." + code(tile.goal()) + (over ? "-over" : "");
    long unit =
        switch (tile.goal()) {
          case G1 -> MINUTES_PER_HOUR;
          case T1 -> HUNDREDTHS;
          default -> 1;
        };
    return words.of(
        key,
        words.getNotation().count(Math.round(Math.abs(tile.value().numerator()) / (double) unit)),
        words.getNotation().count(Math.round(tile.value().denominator() / (double) unit)));
  }

  /** Why there is no figure. */
  public String reason(Tile tile) {
    String key = tile.state() == Tile.State.EMPTY ? "board.empty." : "board.source.";
    return words.of(key + code(tile.goal()));
  }

  public String target(Target target) {
    String amount = number(target.permille(), 10, 0);
    return switch (target.comparison()) {
      case AT_LEAST -> words.of("board.target.at-least", amount);
      case ABOVE -> words.of("board.target.above", amount);
      case EXACTLY -> words.of("board.target.exactly", amount);
    };
  }

  /** better, worse or same; empty where one of the two figures does not exist. */
  public String direction(Goal goal, Ratio now, Ratio before) {
    Long change = now.changeFrom(before);
    if (change == null) {
      return "";
    }
    if (Math.abs(change) < NOTICEABLE) {
      return "same";
    }
    return change > 0 == goal.risesWell() ? "better" : "worse";
  }

  /** “tăng 1,2 điểm %”, or that there is nothing to compare with. */
  public String change(Ratio now, Ratio before) {
    Long change = now.changeFrom(before);
    if (change == null) {
      return words.of("board.change.unknown");
    }
    if (Math.abs(change) < NOTICEABLE) {
      return words.of("board.change.same");
    }
    String amount = number(Math.abs(change), 100, 1);
    return words.of(change > 0 ? "board.change.up" : "board.change.down", amount);
  }

  private String number(long amount, int divisor, int decimals) {
    NumberFormat format = NumberFormat.getNumberInstance(words.locale());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(Math.max(decimals, 1));
    return format.format(
        BigDecimal.valueOf(amount).divide(BigDecimal.valueOf(divisor), 2, RoundingMode.HALF_UP));
  }

  private static String code(Goal goal) {
    return goal.name().toLowerCase(Locale.ROOT);
  }
}
