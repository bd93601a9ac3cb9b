package vn.motcua.web.supervision;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.motcua.dataset.DatasetSummary;
import vn.motcua.figures.FigureQuery;
import vn.motcua.figures.FigureService;

/**
 * From when to when an imported log speaks. It never changes once the stream has counted the log,
 * so it is looked up once.
 */
@ApplicationScoped
public class LogSpan {

  /** As many months as one question for figures may be cut into. */
  private static final int LONGEST_MONTHS = 396;

  @EJB private FigureService figures;

  private final Map<Integer, LocalDate> firstDays = new ConcurrentHashMap<>();

  /** The first day of the first month that received a dossier; of the last month if none did. */
  LocalDate firstDay(DatasetSummary dataset) {
    LocalDate known = firstDays.get(dataset.id());
    return known == null ? lookUp(dataset) : known;
  }

  static LocalDate lastDay(DatasetSummary dataset) {
    return LocalDate.ofInstant(dataset.clockEnd(), dataset.zone());
  }

  private LocalDate lookUp(DatasetSummary dataset) {
    LocalDate last = lastDay(dataset);
    LocalDate earliest = last.withDayOfMonth(1).minusMonths(LONGEST_MONTHS);
    FigureQuery byMonth =
        new FigureQuery(
            dataset.code(),
            earliest,
            last.plusDays(1),
            null,
            null,
            null,
            null,
            FigureQuery.Cut.MONTH,
            null);
    return figures.stream(byMonth).figures().stream()
        .filter(month -> month.received() > 0)
        .map(month -> YearMonth.parse(month.bucket()).atDay(1))
        .min(LocalDate::compareTo)
        .map(
            first -> {
              firstDays.put(dataset.id(), first);
              return first;
            })
        .orElse(last.withDayOfMonth(1));
  }
}
