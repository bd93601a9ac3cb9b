package vn.motcua.web.leadership;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.UnaryOperator;
import vn.motcua.figures.FigureFailure;
import vn.motcua.figures.indicator.Dimension;

/**
 * What the register shows, as it stands in its address: the period, branch and field of the board's
 * address, and of its own the agency, the indicator opened and how that one is cut.
 *
 * @param unit code of the only competent agency, or null
 * @param code of the indicator opened, or null
 */
public record IndicatorAddress(BoardAddress board, String unit, String code, Dimension by) {

  static final String PATH = "/indicators";

  /**
   * @param parameters the value of a parameter by its name; null where it is not given
   * @throws FigureFailure.BadQuery where something cannot be read
   */
  public static IndicatorAddress of(UnaryOperator<String> parameters) {
    String unit = text(parameters.apply("unit"));
    return new IndicatorAddress(
        BoardAddress.of(parameters),
        "all".equals(unit) ? null : unit,
        text(parameters.apply("code")),
        dimension(parameters.apply("by")));
  }

  /** The same days and bodies, with this indicator opened. */
  public IndicatorAddress opening(String indicator, Dimension cut) {
    return new IndicatorAddress(board, unit, indicator, cut);
  }

  /** The address, relative to the application. */
  public String text() {
    StringBuilder text = new StringBuilder(PATH);
    text.append(board.text().substring(BoardAddress.PATH.length()));
    append(text, "unit", unit);
    append(text, "code", code);
    append(text, "by", by == Dimension.NONE ? null : by.code());
    return text.toString();
  }

  private static void append(StringBuilder text, String name, String value) {
    if (value != null) {
      text.append('&').append(name).append('=');
      text.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  private static String text(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /**
   * @throws FigureFailure.BadQuery where there is no such dimension
   */
  public static Dimension dimension(String text) {
    try {
      return text(text) == null
          ? Dimension.NONE
          : Dimension.valueOf(text.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new FigureFailure.BadQuery("dimension");
    }
  }
}
