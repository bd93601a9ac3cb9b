package vn.motcua.web.processing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.motcua.failure.CodedFailure;
import vn.motcua.processing.DossierAction;
import vn.motcua.processing.DossierCourse;
import vn.motcua.processing.DossierFile;
import vn.motcua.processing.DossierView;
import vn.motcua.processing.Grounds;
import vn.motcua.processing.ProcessingService;
import vn.motcua.processing.Seen;
import vn.motcua.processing.SignedResult;
import vn.motcua.processing.StepService;
import vn.motcua.processing.UploadedFile;
import vn.motcua.reception.UploadLimit;
import vn.motcua.web.layout.Press;
import vn.motcua.web.layout.Words;

/**
 * One dossier: its story and the next step (hồ sơ). After a step the page is asked for again, so
 * that neither reloading nor going back does it twice; after a refusal the dialog stays open with
 * what was typed.
 */
@Named("dossier")
@RequestScoped
public class DossierPage {

  /** A step that may be refused. */
  @FunctionalInterface
  private interface Step {
    void take(Seen seen) throws IOException;
  }

  private static final Set<DossierAction> IN_MENU =
      EnumSet.of(
          DossierAction.ASSIGN,
          DossierAction.STEP_BACK,
          DossierAction.RETURN_HANDOVER,
          DossierAction.WAIVE_OPINION,
          DossierAction.PROPOSE_SUPPLEMENT,
          DossierAction.REQUEST_SUPPLEMENT,
          DossierAction.DECLINE_PROPOSAL,
          DossierAction.PAUSE,
          DossierAction.AWAIT_PAYMENT,
          DossierAction.EXTEND,
          DossierAction.ASK_OPINION,
          DossierAction.ANSWER_OPINION,
          DossierAction.NOTE_RESULT,
          DossierAction.REPORT_ERROR,
          DossierAction.CORRECT_RESULT,
          DossierAction.REFUSE,
          DossierAction.CHANGE_PARTY,
          DossierAction.CONVERT,
          DossierAction.CLOSE_DUPLICATE,
          DossierAction.CLOSE_UNANSWERED,
          DossierAction.WITHDRAW,
          DossierAction.STOP,
          DossierAction.REOPEN,
          DossierAction.CORRECT_ENTRY);

  @Inject private UploadLimit limit;
  @EJB private DossierFile file;
  @EJB private ProcessingService processing;
  @EJB private StepService steps;
  @Inject private BesideActions beside;
  @Inject private Words words;
  @Inject private HttpServletRequest request;

  private final Map<String, String> typed = new HashMap<>();
  private Part upload;
  private DossierView view;
  private List<ProcessingService.Colleague> colleagues;
  private String error;
  private String failed;
  private String problem = "";

  /** Where there is no such dossier, or it is another's, the page says so and nothing more. */
  public void check() {
    try {
      getView();
    } catch (RuntimeException thrown) {
      CodedFailure failure = Words.coded(thrown).orElseThrow(() -> thrown);
      problem = failure.message(words.locale());
      FacesContext.getCurrentInstance()
          .getExternalContext()
          .setResponseStatus(failure.httpStatus());
    }
  }

  /** Why no dossier is shown, empty where one is. */
  public String getProblem() {
    return problem;
  }

  public DossierView getView() {
    if (view == null) {
      view = file.open(getCode(), getDataset());
    }
    return view;
  }

  public String getCode() {
    return request.getParameter("code");
  }

  /** Null for the city's own. */
  public String getDataset() {
    String dataset = request.getParameter("dataset");
    return dataset == null || dataset.isBlank() ? null : dataset;
  }

  /** As it travels in the forms. */
  public String getSeen() {
    return SeenText.write(getView().header().seen());
  }

  public boolean may(String action) {
    return Press.pending() || getView().actions().contains(DossierAction.valueOf(action));
  }

  public boolean isActing() {
    return Press.pending() || !getView().actions().isEmpty();
  }

  public void complete() throws IOException {
    String way = typed("way");
    act(
        "COMPLETE",
        seen -> {
          if (way.matches("\\d{1,3}")) {
            steps.completeByWay(seen, typed("comment"), Integer.parseInt(way));
          } else {
            processing.complete(seen, typed("comment"));
          }
        });
  }

  public void take() throws IOException {
    act("TAKE", seen -> processing.assign(seen, request.getRemoteUser()));
  }

  public void requestSupplement() throws IOException {
    act(
        "REQUEST_SUPPLEMENT",
        seen ->
            processing.requestSupplement(
                seen,
                List.of(typed("items").split("\\R")),
                typed("reason"),
                "true".equals(typed("recheck")),
                typed("override")));
  }

  public void answerSupplement() throws IOException {
    act("ANSWER_SUPPLEMENT", processing::answerSupplement);
  }

  public void closeUnanswered() throws IOException {
    act("CLOSE_UNANSWERED", seen -> processing.closeUnanswered(seen, grounds()));
  }

  public void pause() throws IOException {
    act("PAUSE", seen -> processing.pause(seen, grounds()));
  }

  public void resume() throws IOException {
    act("RESUME", seen -> processing.resume(seen, grounds()));
  }

  public void withdraw() throws IOException {
    act("WITHDRAW", seen -> processing.withdraw(seen, grounds()));
  }

  public void stop() throws IOException {
    act("STOP", seen -> processing.stop(seen, grounds()));
  }

  public void recordResult() throws IOException {
    act("RECORD_RESULT", seen -> processing.recordResult(seen, result(false), uploaded()));
  }

  public void refuse() throws IOException {
    act("REFUSE", seen -> processing.recordResult(seen, result(true), uploaded()));
  }

  /** The dialogs of what goes on beside the steps; each says by itself what it does. */
  public void beside() throws IOException {
    String deed = request.getParameter("deed");
    UploadedFile sent = uploaded();
    act(deed, seen -> beside.take(DossierAction.valueOf(deed), seen, this::typed, sent));
  }

  private void act(String action, Step step) throws IOException {
    try {
      step.take(SeenText.read(request.getParameter("seen")));
    } catch (RuntimeException refused) {
      error = words.failure(refused);
      failed = action;
      return;
    }
    FacesContext.getCurrentInstance().getExternalContext().redirect(address() + "&done=" + action);
  }

  private String address() {
    return request.getContextPath()
        + "/dossier?code="
        + URLEncoder.encode(getCode(), StandardCharsets.UTF_8)
        + (getDataset() == null
            ? ""
            : "&dataset=" + URLEncoder.encode(getDataset(), StandardCharsets.UTF_8));
  }

  private Grounds grounds() {
    return new Grounds(typed("reason"), typed("document"), typed("money"));
  }

  private SignedResult result(boolean negative) {
    return new SignedResult(
        typed("number"), day(typed("signedOn")), typed("signer"), negative, typed("reason"), null);
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException none) {
      return null;
    }
  }

  private UploadedFile uploaded() throws IOException {
    if (upload == null || upload.getSize() == 0) {
      return null;
    }
    try (InputStream content = upload.getInputStream()) {
      return new UploadedFile(upload.getSubmittedFileName(), content.readNBytes(limit.bytes() + 1));
    }
  }

  private String typed(String name) {
    String text = typed.get(name);
    String given = text == null ? request.getParameter(name) : text;
    return given == null ? "" : given;
  }

  /** What was typed into the dialog's fields. */
  public Map<String, String> getTyped() {
    return typed;
  }

  public Part getUpload() {
    return upload;
  }

  public void setUpload(Part upload) {
    this.upload = upload;
  }

  /** Why the step was refused, empty where none was. */
  public String getError() {
    return error == null ? "" : error;
  }

  /** Whether the dialog of an action opens by itself: it was refused. */
  public boolean opened(String action) {
    return action.equals(failed);
  }

  /** What the press before has done; empty where there was none. */
  public String getDone() {
    String done = request.getParameter("done");
    return error == null
            && Arrays.stream(DossierAction.values()).anyMatch(one -> one.name().equals(done))
        ? words.of("dossier.done." + done)
        : "";
  }

  /** The form that the applicant is now to be given; empty where the press before needs none. */
  public String getDoneForm() {
    String done = getDone().isEmpty() || !isPrinting() ? "" : request.getParameter("done");
    return switch (done) {
      case "REQUEST_SUPPLEMENT" -> "02";
      case "EXTEND" -> "04";
      case "STOP", "WITHDRAW", "CLOSE_UNANSWERED" -> "05";
      default -> "";
    };
  }

  /** The present step's name, for the button that completes it. */
  public String getPresentStep() {
    return getView().steps().stream()
        .filter(step -> step.present() && !step.beside())
        .map(step -> english() && !step.nameEn().isEmpty() ? step.nameEn() : step.name())
        .findFirst()
        .orElse("");
  }

  /** An opinion as it travels in a form. */
  public String mark(DossierCourse.Opinion opinion) {
    return SeenText.write(opinion.seen());
  }

  /** What is offered beside the next step. */
  public List<DossierAction> getMenu() {
    return getView().actions().stream().filter(IN_MENU::contains).toList();
  }

  /** Who can be given the present step; nobody where the caller gives no work. */
  public List<ProcessingService.Colleague> getColleagues() {
    if (colleagues == null) {
      colleagues =
          getView().actions().contains(DossierAction.ASSIGN)
              ? processing.colleagues(getView().header().seen())
              : List.of();
    }
    return colleagues;
  }

  public boolean isMore() {
    return !getMenu().isEmpty();
  }

  public String fileAddress(UUID id) {
    return underDossier("/files/" + id);
  }

  /** Of a form by its number. */
  public String formAddress(String number) {
    return underDossier("/forms/" + number);
  }

  private String underDossier(String rest) {
    return request.getContextPath()
        + "/api/v1/dossiers/"
        + URLEncoder.encode(getCode(), StandardCharsets.UTF_8)
        + rest
        + (getDataset() == null
            ? ""
            : "?dataset=" + URLEncoder.encode(getDataset(), StandardCharsets.UTF_8));
  }

  /** Whether the reader works on the dossier and may print its forms. */
  public boolean isPrinting() {
    return getView().header().ownUnit();
  }

  /** Of the visit's receipt, which is made or given again; empty where nobody may have it here. */
  public String getReceiptAddress() {
    DossierView.Header head = getView().header();
    return head.visitId() == 0
        ? ""
        : request.getContextPath() + "/api/v1/reception/visits/" + head.visitId() + "/receipt";
  }

  public String day(LocalDate day) {
    return words.getNotation().day(day);
  }

  /** What there is to say about a happening beside its name, in the reader's language. */
  public String detail(DossierView.Happening one) {
    return new HappeningWords(words).detail(one);
  }

  private boolean english() {
    return "en".equals(words.locale().getLanguage());
  }
}
