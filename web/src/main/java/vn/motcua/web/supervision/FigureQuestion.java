package vn.motcua.web.supervision;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.dataset.DatasetDirectory;
import vn.motcua.dataset.DatasetSummary;
import vn.motcua.figures.Dimensions;
import vn.motcua.figures.FigureFailure;
import vn.motcua.figures.FigureQuery;
import vn.motcua.figures.FigureQuery.Cut;
import vn.motcua.figures.FigureService;
import vn.motcua.figures.Horizon;
import vn.motcua.web.layout.Words;

/** What is asked of the figures, read from the address, and what else could be asked. */
@Named
@RequestScoped
public class FigureQuestion {

  private static final List<Cut> CUTS =
      List.of(Cut.NONE, Cut.UNIT, Cut.FIELD, Cut.CHANNEL, Cut.MONTH);

  @EJB private DatasetDirectory directory;
  @EJB private FigureService figures;
  @EJB private Dimensions dimensions;
  @Inject private LogSpan logSpan;
  @Inject private InstantSource clock;
  @Inject private Words words;
  @Inject private HttpServletRequest request;

  private FigureAddress address;
  private DatasetSummary dataset;
  private FigurePeriod period;
  private Horizon horizon;
  private String failure;

  @PostConstruct
  void read() {
    address = FigureAddress.of(request);
    try {
      dataset =
          address.dataset() == null
              ? directory.active().getFirst()
              : directory.findActive(address.dataset());
      period = readPeriod();
      horizon = address.horizon() == null ? null : figures.horizon(address.horizon());
    } catch (RuntimeException thrown) {
      failure = words.failure(thrown);
      dataset = dataset == null ? directory.active().getFirst() : dataset;
    }
  }

  /** Why it cannot be answered, in a sentence; null where it can. */
  String failure() {
    return failure;
  }

  public FigureAddress getAddress() {
    return address;
  }

  /** The dataset asked for; the first one where there is none of that name. */
  public DatasetSummary getDataset() {
    return dataset;
  }

  public List<DatasetSummary> getDatasets() {
    return directory.active();
  }

  /** Null where it cannot be read. */
  public FigurePeriod getPeriod() {
    return period;
  }

  /** Null for the present. */
  public Horizon getHorizon() {
    return horizon;
  }

  /** The period's code to choose in the list; empty for any other days. */
  public String getPeriodCode() {
    boolean free = period == null || period.code().contains("..");
    return free ? "" : period.code();
  }

  public String getPeriodText() {
    return words.of(
        "figures.period-text",
        words.getNotation().day(period.first()),
        words.getNotation().day(period.last()),
        dataset.zone());
  }

  /** The reporting periods to choose from, around the dataset's present. */
  public List<FigurePeriod> getPeriods() {
    List<FigurePeriod> periods = new ArrayList<>(PeriodChoices.around(today()));
    boolean listed = periods.stream().anyMatch(known -> known.code().equals(getPeriodCode()));
    if (!listed && !getPeriodCode().isEmpty() && !isWholeLog()) {
      periods.addFirst(period);
    }
    return periods;
  }

  /** The name of a period in the list, with its days. */
  public String name(FigurePeriod choice) {
    String code = choice.code();
    String year = code.substring(0, 4);
    String name =
        code.length() == 4
            ? words.of("period.year", year)
            : switch (code.charAt(5)) {
              case 'Q' -> words.of("period.quarter", code.substring(6), year);
              case 'H' -> words.of("period.half", code.substring(6), year);
              default -> words.of("period.month", code.substring(5), year);
            };
    String first = words.getNotation().day(choice.first());
    return name + " " + words.of("period.days", first, words.getNotation().day(choice.last()));
  }

  /** An imported log has an end, so it can be looked at as a whole. */
  public boolean isImported() {
    return dataset.clockEnd() != null;
  }

  boolean isWholeLog() {
    return period != null && FigureAddress.WHOLE_LOG.equals(period.code());
  }

  public List<Cut> getCuts() {
    return CUTS;
  }

  /** The same question without a horizon. */
  public String getPresentAddress() {
    return request.getContextPath() + address.at(null).text();
  }

  /** The address of this question for one unit alone; null leads back to all units. */
  public String unitAddress(String code) {
    return request.getContextPath()
        + address.ofUnit(code, code == null ? Cut.UNIT : Cut.FIELD).text();
  }

  /** The question as the figures' service takes it. */
  FigureQuery query(Cut cut) {
    Integer unit =
        address.unit() == null
            ? null
            : dimensions.unit(dataset.id(), address.unit(), period.last());
    return new FigureQuery(
        dataset.code(),
        period.first(),
        period.after(),
        unit,
        null,
        null,
        null,
        cut,
        horizon == null ? null : horizon.id());
  }

  private FigurePeriod readPeriod() {
    if (address.period() != null && !FigureAddress.WHOLE_LOG.equals(address.period())) {
      return PeriodChoices.parse(address.period());
    }
    LocalDate first = address.from();
    LocalDate last = address.through();
    if (address.period() == null && first != null && last != null) {
      if (last.isBefore(first)) {
        throw new FigureFailure.BadQuery("period");
      }
      return new FigurePeriod(FigurePeriod.span(first, last), first, last);
    }
    return isImported()
        ? new FigurePeriod(
            FigureAddress.WHOLE_LOG, logSpan.firstDay(dataset), LogSpan.lastDay(dataset))
        : PeriodChoices.parse(PeriodChoices.monthOf(today()));
  }

  /** The dataset's present: an imported log's ends with the log. */
  private LocalDate today() {
    return isImported()
        ? LogSpan.lastDay(dataset)
        : LocalDate.ofInstant(clock.instant(), dataset.zone());
  }
}
