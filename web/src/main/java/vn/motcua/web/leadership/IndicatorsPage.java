package vn.motcua.web.leadership;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vn.motcua.dataset.DatasetDirectory;
import vn.motcua.dataset.DatasetSummary;
import vn.motcua.failure.CodedFailure;
import vn.motcua.figures.FigureService;
import vn.motcua.figures.RefereeVerdict;
import vn.motcua.figures.board.BoardChoices;
import vn.motcua.figures.board.BoardPeriod.Kind;
import vn.motcua.figures.board.BoardService;
import vn.motcua.figures.indicator.Dimension;
import vn.motcua.figures.indicator.Indicator;
import vn.motcua.figures.indicator.IndicatorAnswer;
import vn.motcua.figures.indicator.IndicatorQuestion;
import vn.motcua.figures.indicator.IndicatorRegister;
import vn.motcua.figures.indicator.IndicatorService;
import vn.motcua.web.layout.Words;

/** The register of indicators (sổ chỉ tiêu): every one with its formula, value and last check. */
@Named
@RequestScoped
public class IndicatorsPage {

  /** A way to cut the opened indicator. */
  public record Cut(String name, String address, boolean chosen) {}

  private static final ZoneId READ_IN = ZoneId.of("Asia/Ho_Chi_Minh");

  @EJB private IndicatorService indicators;
  @EJB private BoardService boards;
  @EJB private DatasetDirectory datasets;
  @EJB private FigureService figures;
  @Inject private IndicatorQuestions questions;
  @Inject private RecentOverviews overviews;
  @Inject private IndicatorWords indicatorWords;
  @Inject private Words words;
  @Inject private HttpServletRequest request;

  private boolean asked;
  private IndicatorAddress address;
  private IndicatorQuestion question;
  private RecentOverviews.Overview overview;
  private IndicatorAnswer opened;
  private RefereeVerdict verdict;
  private String failure;

  private void ask() {
    if (asked) {
      return;
    }
    asked = true;
    try {
      address = IndicatorAddress.of(request::getParameter);
      question = questions.of(address, Dimension.NONE);
      verdict = figures.verdicts(question.dataset(), 1).stream().findFirst().orElse(null);
      overview = overviews.of(question, () -> indicators.overview(question));
      if (address.code() != null) {
        opened = indicators.read(address.code(), questions.of(address, address.by()));
      }
    } catch (RuntimeException thrown) {
      CodedFailure coded = Words.coded(thrown).orElseThrow(() -> thrown);
      failure = coded.message(words.locale());
      FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(coded.httpStatus());
    }
  }

  /** Why there are no figures, in a sentence; null where there are. */
  public String getFailure() {
    ask();
    return failure;
  }

  public IndicatorAddress getAddress() {
    ask();
    return address;
  }

  public IndicatorQuestion getQuestion() {
    ask();
    return question;
  }

  public List<IndicatorAnswer> getAnswers() {
    ask();
    return overview.answers();
  }

  /** “Số liệu đọc lúc …”: one that took long to read is shown again for some seconds. */
  public String getReadWords() {
    ask();
    return words.of("indicators.read-at", words.getNotation().second(overview.readAt(), READ_IN));
  }

  /** The indicator that was opened; null where none was. */
  public IndicatorAnswer getOpened() {
    ask();
    return opened;
  }

  public IndicatorWords getSays() {
    return indicatorWords;
  }

  public RefereeVerdict getVerdict() {
    ask();
    return verdict;
  }

  /** How many have no legal meaning for what is chosen; null where all have. */
  public String getLeftOut() {
    int left = IndicatorRegister.all().size() - getAnswers().size();
    return left == 0 ? null : words.of("indicators.left-out", String.valueOf(left));
  }

  public List<DatasetSummary> getDatasets() {
    return datasets.active();
  }

  public BoardChoices getChoices() {
    return boards.choices(getQuestion().dataset());
  }

  public List<IndicatorService.Body> getAgencies() {
    return indicators.agencies(getQuestion().dataset());
  }

  public List<String> getPeriods() {
    return Arrays.stream(Kind.values()).map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();
  }

  public String getPeriodCode() {
    return getAddress().board().period().name().toLowerCase(Locale.ROOT);
  }

  public String getPeriodText() {
    return words.of(
        "board.days",
        words.getNotation().day(getQuestion().from()),
        words.getNotation().day(getQuestion().to().minusDays(1)));
  }

  public String getCheckState() {
    return getVerdict() == null ? "unknown" : verdict.matches() ? "good" : "bad";
  }

  /** “khớp đến …, kiểm tra theo lịch lúc …”. */
  public String getCheckWords() {
    if (getVerdict() == null) {
      return words.of("board.check.none");
    }
    var zone = datasets.findActive(question.dataset()).zone();
    return words.of(
        verdict.matches() ? "indicators.verdict.matches" : "indicators.verdict.differs",
        words.getNotation().minute(verdict.time(), zone),
        words.of(verdict.scheduled() ? "indicators.verdict.clock" : "indicators.verdict.asked"),
        words.getNotation().minute(verdict.checkedAt(), zone),
        words.getNotation().count(verdict.differences()));
  }

  public String count(long count) {
    return words.getNotation().count(count);
  }

  public String since(Indicator indicator) {
    return words.getNotation().day(indicator.validFrom());
  }

  /**
   * The address at which this indicator is opened, cut by its body if it has one, or by procedure.
   */
  public String open(Indicator indicator) {
    Dimension cut = indicator.hasWhole() ? indicator.body() : Dimension.PROCEDURE;
    return request.getContextPath() + address.opening(indicator.code(), cut).text() + "#opened";
  }

  /** The legal cuts of the opened indicator. */
  public List<Cut> getCuts() {
    return Arrays.stream(Dimension.values())
        .filter(opened.indicator()::allows)
        .map(
            dimension ->
                new Cut(
                    indicatorWords.dimension(dimension),
                    request.getContextPath()
                        + address.opening(opened.indicator().code(), dimension).text()
                        + "#opened",
                    dimension == address.by()))
        .toList();
  }

  /** What a part is called. */
  public String part(IndicatorAnswer.Part part) {
    if (address.by() == Dimension.SIDE) {
      return words.of("indicators.side." + part.key().toLowerCase(Locale.ROOT));
    }
    if (!part.name().isEmpty()) {
      return part.name();
    }
    return part.key().isEmpty() ? words.of("indicators.no-part") : part.key();
  }

  public String getCsvAddress() {
    return request.getContextPath() + "/api/v1/indicators/csv" + query();
  }

  public String getOpenedCsvAddress() {
    return request.getContextPath()
        + "/api/v1/indicators/"
        + opened.indicator().code()
        + "/csv"
        + query();
  }

  private String query() {
    return getAddress().text().substring(IndicatorAddress.PATH.length());
  }
}
