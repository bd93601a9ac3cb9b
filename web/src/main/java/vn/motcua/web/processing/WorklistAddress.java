package vn.motcua.web.processing;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import vn.motcua.processing.WorklistFilter;
import vn.motcua.processing.WorklistFilter.Show;

/** A worklist's filter as it stands in the address. */
public record WorklistAddress(String context, WorklistFilter filter) {

  static WorklistAddress of(HttpServletRequest request) {
    String show = text(request, "show");
    return new WorklistAddress(
        request.getContextPath(),
        new WorklistFilter(
            text(request, "dataset"),
            Arrays.stream(Show.values())
                .filter(one -> one.name().equalsIgnoreCase(show))
                .findFirst()
                .orElse(Show.ALL),
            text(request, "step"),
            text(request, "procedure"),
            text(request, "q"),
            "true".equals(request.getParameter("mine"))));
  }

  /** The same list from a position on. */
  String after(String position) {
    return address(filter.show(), Map.of("after", position));
  }

  /** The same filter with another tab. */
  String showing(Show show) {
    return address(show, Map.of());
  }

  /** The same list after some were passed on. */
  String passed(int count) {
    return address(filter.show(), Map.of("passed", Integer.toString(count)));
  }

  /** The list without its filter. */
  public String plain() {
    return context + "/worklist";
  }

  public boolean filtered() {
    return !filter.step().isEmpty()
        || !filter.procedure().isEmpty()
        || !filter.text().isEmpty()
        || filter.mine();
  }

  /** Null for the city's own, so that its addresses stay short. */
  public String dataset() {
    return "hanoi".equals(filter.dataset()) ? null : filter.dataset();
  }

  String toDossier(String code) {
    return context
        + "/dossier?code="
        + encoded(code)
        + (dataset() == null ? "" : "&dataset=" + encoded(filter.dataset()));
  }

  private String address(Show show, Map<String, String> more) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("dataset", dataset());
    parts.put("show", show == Show.ALL ? "" : show.name().toLowerCase(java.util.Locale.ROOT));
    parts.put("q", filter.text());
    parts.put("step", filter.step());
    parts.put("procedure", filter.procedure());
    parts.put("mine", filter.mine() ? "true" : "");
    parts.putAll(more);
    String query =
        parts.entrySet().stream()
            .filter(part -> part.getValue() != null && !part.getValue().isEmpty())
            .map(part -> part.getKey() + "=" + encoded(part.getValue()))
            .collect(Collectors.joining("&"));
    return plain() + (query.isEmpty() ? "" : "?" + query);
  }

  private static String text(HttpServletRequest request, String name) {
    String given = request.getParameter(name);
    return given == null ? "" : Normalizer.normalize(given, Normalizer.Form.NFC);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
