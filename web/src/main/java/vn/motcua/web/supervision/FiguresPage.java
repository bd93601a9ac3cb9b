package vn.motcua.web.supervision;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
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
import vn.motcua.reporting.IssuedReport;
import vn.motcua.reporting.ReportingService;
import vn.motcua.web.layout.Notation;
import vn.motcua.web.layout.SignedIn;
import vn.motcua.web.layout.Words;

/** The figures of a period: the stream's beside the referee's (số liệu). */
@Named
@RequestScoped
public class FiguresPage {

  private static final List<Cut> CUTS =
      List.of(Cut.NONE, Cut.UNIT, Cut.FIELD, Cut.CHANNEL, Cut.MONTH);

  @EJB private DatasetDirectory directory;
  @EJB private FigureService figures;
  @EJB private ReportingService reporting;
  @EJB private Dimensions dimensions;
  @Inject private FigureBoard board;
  @Inject private LogSpan logSpan;
  @Inject private InstantSource clock;
  @Inject private SignedIn signedIn;
  @Inject private Words words;
  @Inject private HttpServletRequest request;

  private FigureAddress address;
  private DatasetSummary dataset;
  private FigurePeriod period;
  private Horizon horizon;
  private List<FigureRow> rows = List.of();
  private FigureRow whole;
  private Verdict verdict;
  private String failure;
  private IssuedReport report;
  private String reportFailure;

  @PostConstruct
  void read() {
    address = FigureAddress.of(request);
    try {
      dataset =
          address.dataset() == null
              ? directory.active().getFirst()
              : directory.findActive(address.dataset());
      period = period();
      horizon = address.horizon() == null ? null : figures.horizon(address.horizon());
    } catch (RuntimeException thrown) {
      failure = words.failure(thrown);
      dataset = dataset == null ? directory.active().getFirst() : dataset;
    }
  }

  /** Counts, once the page is drawn; actions need no figures. */
  public void count() {
    if (failure != null || whole != null) {
      return;
    }
    try {
      boolean streamAnswers = horizon == null || horizon.state() == Horizon.State.FROZEN;
      whole = board.rows(dataset, query(Cut.NONE), streamAnswers).getFirst();
      if (address.cut() != Cut.NONE) {
        rows = board.rows(dataset, query(address.cut()), streamAnswers);
      }
      verdict = board.verdict(dataset, horizon);
    } catch (RuntimeException thrown) {
      whole = null;
      failure = words.failure(thrown);
    }
  }

  /** Takes a cut of the log and shows this same question at it. */
  public void mark() throws IOException {
    if (failure != null) {
      return;
    }
    try {
      boolean log = FigureAddress.WHOLE_LOG.equals(period.code());
      Horizon marked =
          figures.mark(
              dataset.code(),
              log ? null : period.first(),
              log ? null : period.after(),
              signedIn.getLogin());
      ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
      external.redirect(request.getContextPath() + address.at(marked.id()).text());
    } catch (RuntimeException thrown) {
      failure = words.failure(thrown);
    }
  }

  /** Issues Biểu II.06a of the period, at a cut of its own. */
  public void issue() {
    if (failure != null) {
      return;
    }
    try {
      report =
          reporting.issueProcedureResults(
              dataset.code(), address.unit(), reportCode(), signedIn.getLogin());
    } catch (RuntimeException thrown) {
      reportFailure = words.failure(thrown);
    }
  }

  public FigureAddress getAddress() {
    return address;
  }

  /** The dataset shown; the first one where there is none of the asked for. */
  public DatasetSummary getDataset() {
    return dataset;
  }

  public List<DatasetSummary> getDatasets() {
    return directory.active();
  }

  /** The period that is shown, or null where it cannot be read. */
  public FigurePeriod getPeriod() {
    return period;
  }

  /** The code to choose in the list; empty for any other days. */
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

  public List<FigurePeriod> getPeriods() {
    List<FigurePeriod> periods = new ArrayList<>(PeriodChoices.around(today()));
    boolean listed = periods.stream().anyMatch(known -> known.code().equals(getPeriodCode()));
    boolean own = getPeriodCode().isEmpty() || FigureAddress.WHOLE_LOG.equals(getPeriodCode());
    if (!listed && !own) {
      periods.addFirst(period);
    }
    return periods;
  }

  /** The name of a period in the list, with its days. */
  public String name(FigurePeriod choice) {
    String code = choice.code();
    String year = code.substring(0, 4);
    String days =
        words.of(
            "period.days",
            words.getNotation().day(choice.first()),
            words.getNotation().day(choice.last()));
    String name =
        switch (code.length()) {
          case 4 -> words.of("period.year", year);
          default ->
              switch (code.charAt(5)) {
                case 'Q' -> words.of("period.quarter", code.substring(6), year);
                case 'H' -> words.of("period.half", code.substring(6), year);
                default -> words.of("period.month", code.substring(5), year);
              };
        };
    return name + " " + days;
  }

  public boolean isImported() {
    return dataset.clockEnd() != null;
  }

  public List<Cut> getCuts() {
    return CUTS;
  }

  public FigureRow getWhole() {
    count();
    return whole;
  }

  public List<FigureRow> getRows() {
    count();
    return rows;
  }

  public Verdict getVerdict() {
    count();
    return verdict;
  }

  /** Why there are no figures, in a sentence; null where there are. */
  public String getFailure() {
    count();
    return failure;
  }

  public String getAge() {
    return board.age();
  }

  public Horizon getHorizon() {
    return horizon;
  }

  public String getPresentAddress() {
    return request.getContextPath() + address.at(null).text();
  }

  /** The address of this question for one unit alone; null leads back to all units. */
  public String unitAddress(String code) {
    return request.getContextPath()
        + address.ofUnit(code, code == null ? Cut.UNIT : Cut.FIELD).text();
  }

  public Measure measure(String name) {
    return Measure.valueOf(name);
  }

  public Measure.Side[] getSides() {
    return Measure.Side.values();
  }

  /** Measures worth a column: the usual ones, and those that are not nought everywhere. */
  public List<Measure> getColumns() {
    List<Measure> usual =
        List.of(
            Measure.CARRIED_OVER,
            Measure.RECEIVED,
            Measure.EARLY,
            Measure.ON_TIME,
            Measure.LATE,
            Measure.CLOSED,
            Measure.WITHIN,
            Measure.PAUSED,
            Measure.OVERDUE);
    List<Measure> rare =
        List.of(
            Measure.TRANSFERRED_IN,
            Measure.REOPENED,
            Measure.UNDATED,
            Measure.VOIDED,
            Measure.TRANSFERRED_OUT);
    List<Measure> columns = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      if (usual.contains(measure) || (rare.contains(measure) && anywhere(measure))) {
        columns.add(measure);
      }
    }
    return columns;
  }

  /** How many of the columns stand on a side of the identity. */
  public long columnsOf(Measure.Side side) {
    return getColumns().stream().filter(column -> column.getSide() == side).count();
  }

  public List<Measure> measures(Measure.Side side) {
    return Measure.of(side);
  }

  public IssuedReport getReport() {
    return report;
  }

  public String getReportIssuedAt() {
    return words.getNotation().second(report.issuedAt(), Notation.CITY);
  }

  public String getReportFailure() {
    return reportFailure;
  }

  private boolean anywhere(Measure measure) {
    return getRows().stream()
        .anyMatch(
            row ->
                measure.of(row.referee()) != 0
                    || (row.stream() != null && measure.of(row.stream()) != 0));
  }

  private FigureQuery query(Cut cut) {
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

  private FigurePeriod period() {
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

  private String reportCode() {
    return FigureAddress.WHOLE_LOG.equals(period.code())
        ? FigurePeriod.span(period.first(), period.last())
        : period.code();
  }

  /** The dataset's present: an imported log's ends with the log. */
  private LocalDate today() {
    return isImported()
        ? LogSpan.lastDay(dataset)
        : LocalDate.ofInstant(clock.instant(), dataset.zone());
  }
}
