package vn.motcua.web.supervision;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.motcua.figures.FigureQuery;

/**
 * What the figures' screen shows, as it stands in its address; so it can be passed on.
 *
 * @param dataset code, or null for the first
 * @param period code of a reporting period, {@link #WHOLE_LOG}, or null
 * @param from first day where no period is given, or null
 * @param through last day, included, or null
 * @param unit code of the only unit to count, or null
 * @param horizon number of the cut of the log, or null for the present
 */
public record FigureAddress(
    String dataset,
    String period,
    LocalDate from,
    LocalDate through,
    FigureQuery.Cut cut,
    String unit,
    Long horizon) {

  /** The period of an imported log from its first month to its last day. */
  public static final String WHOLE_LOG = "all";

  static final String PATH = "/figures";

  static FigureAddress of(HttpServletRequest request) {
    return new FigureAddress(
        text(request, "dataset"),
        text(request, "period"),
        day(text(request, "from")),
        day(text(request, "through")),
        cut(text(request, "cut")),
        text(request, "unit"),
        number(text(request, "horizon")));
  }

  FigureAddress at(Long cutOfLog) {
    return new FigureAddress(dataset, period, from, through, cut, unit, cutOfLog);
  }

  FigureAddress ofUnit(String code, FigureQuery.Cut newCut) {
    return new FigureAddress(dataset, period, from, through, newCut, code, horizon);
  }

  /** The address, relative to the application. */
  public String text() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("dataset", dataset);
    parameters.put("period", period);
    parameters.put("from", period == null ? from : null);
    parameters.put("through", period == null ? through : null);
    parameters.put("cut", cut == FigureQuery.Cut.NONE ? null : cut.name().toLowerCase(Locale.ROOT));
    parameters.put("unit", unit);
    parameters.put("horizon", horizon);
    String query =
        parameters.entrySet().stream()
            .filter(parameter -> parameter.getValue() != null)
            .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
            .collect(Collectors.joining("&"));
    return PATH + (query.isEmpty() ? "" : "?" + query);
  }

  private static String encoded(Object value) {
    return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
  }

  private static String text(HttpServletRequest request, String name) {
    String text = request.getParameter(name);
    return text == null || text.isBlank()
        ? null
        : Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
  }

  private static LocalDate day(String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException unreadable) {
      return null;
    }
  }

  private static FigureQuery.Cut cut(String text) {
    for (FigureQuery.Cut cut : FigureQuery.Cut.values()) {
      if (cut.name().equalsIgnoreCase(text)) {
        return cut;
      }
    }
    return FigureQuery.Cut.NONE;
  }

  private static Long number(String text) {
    try {
      return text == null ? null : Long.valueOf(text);
    } catch (NumberFormatException unreadable) {
      return null;
    }
  }
}
