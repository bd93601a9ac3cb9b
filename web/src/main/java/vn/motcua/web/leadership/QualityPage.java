package vn.motcua.web.leadership;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.text.NumberFormat;
import java.util.List;
import vn.motcua.failure.CodedFailure;
import vn.motcua.figures.board.BoardQuestion;
import vn.motcua.figures.index.IndexAnswer;
import vn.motcua.figures.index.IndexComponent;
import vn.motcua.figures.index.IndexLine;
import vn.motcua.figures.index.IndexService;
import vn.motcua.figures.index.MeanTime;
import vn.motcua.figures.indicator.Dimension;
import vn.motcua.figures.indicator.IndicatorAnswer;
import vn.motcua.figures.indicator.IndicatorQuestion;
import vn.motcua.figures.indicator.IndicatorService;
import vn.motcua.web.layout.Words;

/** The index of QĐ 766/QĐ-TTg with its components (bộ chỉ số 766): what T1 is made of. */
@Named
@RequestScoped
public class QualityPage {

  /** A group with its components. */
  public record Group(int number, String name, List<IndexLine> lines) {}

  private static final int GROUPS = 5;

  @EJB private IndexService index;
  @EJB private IndicatorService indicators;
  @Inject private BoardQuestions questions;
  @Inject private IndicatorWords indicatorWords;
  @Inject private Words words;
  @Inject private HttpServletRequest request;

  private boolean asked;
  private BoardAddress address;
  private BoardQuestion question;
  private IndexAnswer answer;
  private String failure;

  private void ask() {
    if (asked) {
      return;
    }
    asked = true;
    try {
      address = BoardAddress.of(request::getParameter);
      question = questions.of(address);
      answer = index.read(question.dataset(), question.period().from(), question.period().to());
    } catch (RuntimeException thrown) {
      CodedFailure coded = Words.coded(thrown).orElseThrow(() -> thrown);
      failure = coded.message(words.locale());
      FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(coded.httpStatus());
    }
  }

  /** Why there is no index, in a sentence; null where there is one. */
  public String getFailure() {
    ask();
    return failure;
  }

  public String getBoardAddress() {
    ask();
    return request.getContextPath() + (address == null ? BoardAddress.PATH : address.text());
  }

  public String getPeriodText() {
    return words.of(
        "board.days",
        words.getNotation().day(question.period().from()),
        words.getNotation().day(question.period().last()));
  }

  public List<Group> getGroups() {
    return java.util.stream.IntStream.rangeClosed(1, GROUPS)
        .mapToObj(
            group ->
                new Group(
                    group,
                    words.of("quality.group." + group),
                    answer.lines().stream()
                        .filter(line -> line.component().group() == group)
                        .toList()))
        .toList();
  }

  /** “56,2 trên 62 điểm đo được; 38 điểm chưa có nguồn hoặc chưa phát sinh”. */
  public String getTotal() {
    return words.of(
        "quality.total",
        points(answer.earned()),
        String.valueOf(answer.measured()),
        String.valueOf(100 - answer.measured()));
  }

  /** What would raise the index most; empty where nothing is missing. */
  public String getRaises() {
    return answer
        .raisesMost()
        .map(line -> words.of("quality.raises", name(line.component()), points(line.missing())))
        .orElse("");
  }

  /** The procedure asked for; empty for none. */
  public String getProcedure() {
    String code = request.getParameter("procedure");
    return code == null ? "" : code.strip();
  }

  /** “Cấp giấy …: trung bình 2,0 ngày làm việc (n = 12)”; empty where no procedure is asked for. */
  public String getMeanTime() {
    if (getProcedure().isEmpty()) {
      return "";
    }
    try {
      MeanTime mean =
          index.meanTime(
              question.dataset(), getProcedure(), question.period().from(), question.period().to());
      if (mean.dossiers() == 0) {
        return words.of("quality.mean-time.none", mean.name());
      }
      NumberFormat format = NumberFormat.getNumberInstance(words.locale());
      format.setMinimumFractionDigits(1);
      format.setMaximumFractionDigits(1);
      return words.of(
          "quality.mean-time." + (mean.unit().isEmpty() ? "calendar_days" : mean.unit()),
          mean.name(),
          format.format(mean.mean()),
          words.getNotation().count(mean.dossiers()));
    } catch (RuntimeException refused) {
      return words.failure(refused);
    }
  }

  /** 5.1: “về quy định, thủ tục 12,0%; về hành vi 4,0%”; shown and not scored. */
  public String getFeedbackClasses() {
    try {
      return words.of(
          "quality.feedback-classes", feedback("FEEDBACK_RULES"), feedback("FEEDBACK_CONDUCT"));
    } catch (RuntimeException refused) {
      return words.failure(refused);
    }
  }

  private String feedback(String code) {
    IndicatorAnswer answer =
        indicators.read(
            code,
            new IndicatorQuestion(
                question.dataset(),
                question.period().from(),
                question.period().to(),
                Dimension.NONE,
                null,
                null,
                null));
    return indicatorWords.value(answer.indicator(), answer.total());
  }

  public String getDataset() {
    return question.dataset();
  }

  public String getFrom() {
    return question.period().from().toString();
  }

  public String getThrough() {
    return question.period().last().toString();
  }

  public String name(IndexComponent component) {
    return english() ? component.english() : component.vietnamese();
  }

  private boolean english() {
    return words.locale().getLanguage().equals("en");
  }

  public String share(IndexLine line) {
    return line.value().exists()
        ? words.getNotation().share(line.value().numerator(), line.value().denominator())
        : words.of("figures.no-data");
  }

  /** Hundredths of points; a dash where there is no figure. */
  public String points(Integer hundredths) {
    if (hundredths == null) {
      return "–";
    }
    NumberFormat format = NumberFormat.getNumberInstance(words.locale());
    format.setMinimumFractionDigits(2);
    format.setMaximumFractionDigits(2);
    return format.format(hundredths / 100.0);
  }
}
