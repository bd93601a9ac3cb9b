package vn.motcua.web.leadership;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import vn.motcua.figures.FigureFailure;
import vn.motcua.figures.board.BoardPeriod.Kind;

/**
 * What the board shows, as it stands in its address; so it can be passed on.
 *
 * @param dataset code, or null for the first
 * @param on a day of the period; null for today
 * @param from first day of {@link Kind#RANGE}, else null
 * @param through its last day, included
 * @param branch code of the only branch, or null
 * @param field id of the only field, or null
 */
public record BoardAddress(
    String dataset,
    Kind period,
    LocalDate on,
    LocalDate from,
    LocalDate through,
    String branch,
    Integer field) {

  /** Said by a list in which nothing is chosen. */
  private static final String ALL = "all";

  static final String PATH = "/board";
  static final String DOSSIERS = "/board-dossiers";
  static final String QUALITY = "/quality";

  /**
   * @param parameters the value of a parameter by its name; null where it is not given
   * @throws FigureFailure.BadQuery where something cannot be read
   */
  public static BoardAddress of(UnaryOperator<String> parameters) {
    LocalDate from = day(parameters.apply("from"));
    LocalDate through = day(parameters.apply("through"));
    Kind period = kind(parameters.apply("period"));
    boolean range = period == Kind.RANGE || (period == null && from != null && through != null);
    return new BoardAddress(
        text(parameters.apply("dataset")),
        range ? Kind.RANGE : period == null ? Kind.MONTH : period,
        range ? null : day(parameters.apply("on")),
        range ? from : null,
        range ? through : null,
        part(parameters.apply("branch")),
        number(parameters.apply("field")));
  }

  public BoardAddress ofBranch(String code) {
    return new BoardAddress(dataset, period, on, from, through, code, field);
  }

  public BoardAddress ofField(Integer id) {
    return new BoardAddress(dataset, period, on, from, through, branch, id);
  }

  /** The board's address, relative to the application. */
  public String text() {
    return PATH + query(Map.of());
  }

  /** The address of the index of QĐ 766 of the same days, relative to the application. */
  public String quality() {
    return QUALITY + query(Map.of());
  }

  /** The address of the dossiers behind a figure, relative to the application. */
  public String dossiers(String measure, String after) {
    Map<String, Object> further = new LinkedHashMap<>();
    further.put("measure", measure);
    further.put("after", after);
    return DOSSIERS + query(further);
  }

  private String query(Map<String, Object> further) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("dataset", dataset);
    parameters.put("period", period.name().toLowerCase(Locale.ROOT));
    parameters.put("on", on);
    parameters.put("from", from);
    parameters.put("through", through);
    parameters.put("branch", branch);
    parameters.put("field", field);
    parameters.putAll(further);
    return parameters.entrySet().stream()
        .filter(parameter -> parameter.getValue() != null)
        .map(
            parameter ->
                parameter.getKey()
                    + "="
                    + URLEncoder.encode(parameter.getValue().toString(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", "?", ""));
  }

  private static String text(String text) {
    return text == null || text.isBlank()
        ? null
        : Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
  }

  private static String part(String text) {
    return ALL.equals(text(text)) ? null : text(text);
  }

  private static LocalDate day(String text) {
    try {
      return text(text) == null ? null : LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw new FigureFailure.BadQuery("period");
    }
  }

  private static Kind kind(String text) {
    try {
      return text(text) == null ? null : Kind.valueOf(text.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new FigureFailure.BadQuery("period");
    }
  }

  private static Integer number(String text) {
    try {
      return part(text) == null ? null : Integer.valueOf(text.strip());
    } catch (NumberFormatException e) {
      throw new FigureFailure.UnknownDimension("field", text);
    }
  }
}
