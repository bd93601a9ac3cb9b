package vn.motcua.web.reminders;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.motcua.deadlines.AlertKind;
import vn.motcua.deadlines.BranchLoad;
import vn.motcua.deadlines.LateRisk;
import vn.motcua.deadlines.Level;
import vn.motcua.deadlines.Notice;
import vn.motcua.deadlines.OpenAlert;
import vn.motcua.deadlines.OverloadService;
import vn.motcua.deadlines.ReminderLine;
import vn.motcua.deadlines.ReminderPage;
import vn.motcua.deadlines.ReminderService;
import vn.motcua.web.layout.SignedIn;
import vn.motcua.web.layout.Words;
import vn.motcua.web.processing.DeadlineWords;

/** What is due now, whom to urge, one press to urge (nhắc việc). */
@Named("reminders")
@RequestScoped
public class RemindersPage {

  private static final String CODE = "[A-Za-z0-9./_-]{1,60}";

  /** So many are drawn at first: nobody urges two hundred at once, and each costs markup. */
  private static final int FIRST = 50;

  @EJB private ReminderService service;
  @EJB private OverloadService overload;
  @Inject private Words words;
  @Inject private DeadlineWords deadlines;
  @Inject private SignedIn signedIn;
  @Inject private HttpServletRequest request;

  private ReminderPage page;
  private List<BranchLoad> loads;
  private String error = "";

  /** A pressed button carries what it urges for; the page has no other. */
  public void arrive() throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    String pressed = request.getParameter("urge");
    if (!faces.isPostback() || pressed == null || pressed.indexOf(' ') < 0) {
      return;
    }
    String code = pressed.substring(pressed.indexOf(' ') + 1);
    try {
      service.urge(getDataset(), pressed.substring(0, pressed.indexOf(' ')), code);
    } catch (RuntimeException refused) {
      error = words.failure(refused);
      return;
    }
    String dataset =
        getDataset().isEmpty()
            ? ""
            : "&dataset=" + URLEncoder.encode(getDataset(), StandardCharsets.UTF_8);
    faces
        .getExternalContext()
        .redirect(
            request.getContextPath()
                + "/reminders?urged="
                + URLEncoder.encode(code, StandardCharsets.UTF_8)
                + dataset
                + (isAll() ? "&all=true" : ""));
    faces.responseComplete();
  }

  public ReminderPage getPage() {
    if (page == null) {
      page = service.page(getDataset());
    }
    return page;
  }

  /** The first of the lines, or all where they are asked for. */
  public List<ReminderLine> getLines() {
    List<ReminderLine> lines = getPage().lines();
    return isShortened() ? lines.subList(0, FIRST) : lines;
  }

  /** Whether some lines are not drawn. */
  public boolean isShortened() {
    return !isAll() && getPage().lines().size() > FIRST;
  }

  public boolean isAll() {
    return "true".equals(request.getParameter("all"));
  }

  public String getDataset() {
    String dataset = request.getParameter("dataset");
    return dataset == null ? "" : dataset;
  }

  /** Only for those who can send more people to a counter; the others have none. */
  public List<BranchLoad> getLoads() {
    if (loads == null) {
      loads =
          signedIn.has("BRANCH_DIRECTOR") || signedIn.has("LEADER")
              ? overload.branches(getDataset())
              : List.of();
    }
    return loads;
  }

  /** Who was just urged for, in a sentence; empty where nobody was. */
  public String getDone() {
    String urged = request.getParameter("urged");
    return error.isEmpty() && urged != null && urged.matches(CODE)
        ? words.of("reminders.done", urged)
        : "";
  }

  public String getError() {
    return error;
  }

  /** The colour and shape of a kind. */
  public String style(AlertKind kind) {
    return switch (kind) {
      case OVERDUE, STEP_OVERDUE, ACCEPTANCE, FEEDBACK -> "bad";
      case DUE_SOON, UNTOUCHED -> "waiting";
      case SECOND_REQUEST, PROMISE_MOVED -> "none";
    };
  }

  /** What it is, as "Chưa xử lý quá 8 giờ". */
  public String kind(OpenAlert alert) {
    return alert.kind() == AlertKind.UNTOUCHED
        ? words.of("reminders.kind.UNTOUCHED", alert.hours())
        : words.of("reminders.kind." + alert.kind().name());
  }

  /** To whom it has come up; nothing while it is only the officer's. */
  public String level(Level level) {
    return level == Level.OFFICER ? "" : words.of("reminders.level." + level.name());
  }

  /** Whether the line leads to the list of feedback: only for those who have that page. */
  public boolean opensFeedback(OpenAlert alert) {
    return alert.kind() == AlertKind.FEEDBACK
        && (signedIn.has("REPORTER") || signedIn.has("OFFICER") || signedIn.has("BRANCH_DIRECTOR"));
  }

  /** Who holds it, in words. */
  public String holder(OpenAlert alert) {
    return alert.assigneeName().isEmpty() ? words.of("worklist.nobody") : alert.assigneeName();
  }

  public String step(String vietnamese, String english) {
    return words.locale().getLanguage().equals("en") && !english.isEmpty() ? english : vietnamese;
  }

  /** What the button sends. */
  public String press(ReminderLine line) {
    return line.alert().kind() + " " + line.alert().code();
  }

  /** "nguy cơ trễ 80%". */
  public String chance(LateRisk risk) {
    return words.of("reminders.risk", risk.percent());
  }

  /** Which step and whose it is, and how long it takes against what it may. */
  public String reason(LateRisk risk) {
    return words.of(
        risk.typicalMinutes() > risk.allowedMinutes()
            ? "reminders.risk.reason"
            : "reminders.risk.whole",
        step(risk.step(), risk.stepEn()),
        words.of("reminders.side." + risk.side()),
        risk.samples(),
        deadlines.minutes(risk.typicalMinutes()),
        deadlines.minutes(risk.allowedMinutes()));
  }

  /** A digest in a sentence. */
  public String told(Notice notice) {
    return words.of(
        "reminders.notice." + notice.slot(),
        deadlines.moment(notice.madeAt()),
        String.join(", ", notice.codes()),
        notice.total());
  }

  public String loadStyle(BranchLoad load) {
    return switch (load.level()) {
      case "OVERLOADED" -> "bad";
      case "BUSY" -> "waiting";
      default -> "good";
    };
  }

  public String waiting(BranchLoad load) {
    return load.waiting() == 0 ? "–" : deadlines.minutes(load.waiting());
  }
}
