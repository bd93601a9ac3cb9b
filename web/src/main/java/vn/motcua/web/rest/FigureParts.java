package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.motcua.dataset.DatasetDirectory;
import vn.motcua.dataset.DatasetSpan;
import vn.motcua.dataset.DatasetSummary;
import vn.motcua.figures.Dimensions;
import vn.motcua.figures.FigureFailure;
import vn.motcua.figures.FigureQuery;

/** Translates between the codes of the address and the ids of the figures. */
@ApplicationScoped
public class FigureParts {

  private static final Set<String> CHANNELS = Set.of("DIRECT", "ONLINE", "POST", "OTHER");

  @EJB private Dimensions dimensions;

  @EJB private DatasetDirectory datasets;

  public FigureQuery query(FigureParameters parameters) {
    if (parameters.dataset == null) {
      throw new FigureFailure.BadQuery("dataset");
    }
    DatasetSummary summary = datasets.findActive(parameters.dataset);
    int dataset = summary.id();
    boolean whole = parameters.from == null && parameters.to == null;
    DatasetSpan span = whole ? datasets.span(summary) : null;
    LocalDate from = whole ? span.from() : day(parameters.from);
    LocalDate to = whole ? span.to() : day(parameters.to);
    if (parameters.channel != null && !CHANNELS.contains(parameters.channel)) {
      throw new FigureFailure.BadQuery("channel");
    }
    return new FigureQuery(
        parameters.dataset,
        from,
        to,
        parameters.unit == null ? null : dimensions.unit(dataset, parameters.unit, to.minusDays(1)),
        parameters.field == null ? null : dimensions.field(dataset, parameters.field),
        parameters.channel,
        parameters.dated == null ? null : Boolean.valueOf(parameters.dated),
        cut(parameters.by),
        parameters.horizon);
  }

  public Map<String, Dimensions.Name> names(String dataset, FigureQuery.Cut by) {
    return dimensions.names(datasets.findActive(dataset).id(), by);
  }

  private static FigureQuery.Cut cut(String by) {
    if (by == null || by.isBlank()) {
      return FigureQuery.Cut.NONE;
    }
    try {
      return FigureQuery.Cut.valueOf(by.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new FigureFailure.BadQuery("cut");
    }
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text == null ? "" : text);
    } catch (DateTimeParseException e) {
      throw new FigureFailure.BadQuery("period");
    }
  }
}
