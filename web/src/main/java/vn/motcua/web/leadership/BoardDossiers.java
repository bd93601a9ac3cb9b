package vn.motcua.web.leadership;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.motcua.dataset.DatasetDirectory;
import vn.motcua.figures.FigureFailure;
import vn.motcua.figures.board.BoardQuestion;
import vn.motcua.figures.board.BoardService;
import vn.motcua.figures.board.DossierMeasure;
import vn.motcua.figures.board.DossierPage;
import vn.motcua.identity.Role;
import vn.motcua.web.layout.Words;

/** The dossiers behind a figure of the board. */
@Named
@RequestScoped
public class BoardDossiers {

  private static final long HOURS_PER_DAY = 24;
  private static final Set<Role> OPENING =
      EnumSet.of(Role.LEADER, Role.BRANCH_DIRECTOR, Role.AUDITOR);

  @EJB private BoardService boards;
  @EJB private DatasetDirectory datasets;
  @Inject private BoardQuestions questions;
  @Inject private Words words;
  @Inject private HttpServletRequest request;

  private boolean asked;
  private BoardAddress address;
  private BoardQuestion question;
  private DossierMeasure measure;
  private DossierPage page;
  private ZoneId zone;
  private String failure;

  /** Why there is no list, in a sentence; null where there is one. */
  public String getFailure() {
    ask();
    return failure;
  }

  public List<DossierPage.Line> getLines() {
    ask();
    return page.lines();
  }

  /** What is listed. */
  public String getHeading() {
    ask();
    return measure == null ? words.of("board.title") : words.of("board.list." + measure.code());
  }

  /** Of which days; the overdue stock belongs to none. */
  public String getPeriodText() {
    return measure == DossierMeasure.OVERDUE
        ? words.of("board.now")
        : words.of(
            "board.days",
            words.getNotation().day(question.period().from()),
            words.getNotation().day(question.period().last()));
  }

  public String getBoardAddress() {
    return request.getContextPath() + (address == null ? BoardAddress.PATH : address.text());
  }

  /** Null after the last page. */
  public String getNextAddress() {
    return page.next() == null
        ? null
        : request.getContextPath() + address.dossiers(measure.code(), page.next());
  }

  public boolean isFurther() {
    return request.getParameter("after") != null;
  }

  public String getFirstAddress() {
    return request.getContextPath() + address.dossiers(measure.code(), null);
  }

  /** Whether who looks may open a dossier: leaders, directors, auditors. */
  public boolean isOpening() {
    return OPENING.stream().anyMatch(role -> request.isUserInRole(role.name()));
  }

  /** The dossier's page. */
  public String address(String code) {
    return request.getContextPath()
        + "/dossier?dataset="
        + URLEncoder.encode(question.dataset(), StandardCharsets.UTF_8)
        + "&code="
        + URLEncoder.encode(code, StandardCharsets.UTF_8);
  }

  public String moment(Instant moment) {
    return moment == null ? words.of("board.no-limit") : words.getNotation().minute(moment, zone);
  }

  /** “2 ngày 3 giờ”; calendar days. */
  public String over(Duration over) {
    if (over == null) {
      return "";
    }
    long hours = over.toHours();
    return words.of(
        "board.over",
        words.getNotation().count(hours / HOURS_PER_DAY),
        words.getNotation().count(hours % HOURS_PER_DAY));
  }

  public String standing(String standing) {
    return words.of("board.standing." + standing.toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private void ask() {
    if (asked) {
      return;
    }
    asked = true;
    try {
      address = BoardAddress.of(request::getParameter);
      measure = measure(request.getParameter("measure"));
      question = questions.of(address);
      zone = datasets.findActive(question.dataset()).zone();
      page = boards.dossiers(question, measure, request.getParameter("after"));
    } catch (RuntimeException thrown) {
      failure = words.failure(thrown);
    }
  }

  /**
   * @throws FigureFailure.BadQuery where there is no such list
   */
  public static DossierMeasure measure(String code) {
    return Arrays.stream(DossierMeasure.values())
        .filter(known -> known.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new FigureFailure.BadQuery("measure"));
  }
}
