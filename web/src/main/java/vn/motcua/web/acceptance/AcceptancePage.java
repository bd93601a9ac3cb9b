package vn.motcua.web.acceptance;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.motcua.acceptance.AcceptanceService;
import vn.motcua.acceptance.BranchWaiting;
import vn.motcua.acceptance.SubmissionLine;
import vn.motcua.acceptance.SubmissionState;
import vn.motcua.acceptance.SubmissionView;
import vn.motcua.acceptance.WaitingList;
import vn.motcua.reception.Finding;
import vn.motcua.reception.IntakeFailure;
import vn.motcua.web.layout.Press;
import vn.motcua.web.layout.Words;

/** What waits to be accepted, and the decision on one (chờ tiếp nhận). */
@Named("acceptance")
@RequestScoped
public class AcceptancePage {

  @EJB private WaitingList waiting;
  @EJB private AcceptanceService acceptance;
  @Inject private Words words;
  @Inject private HttpServletRequest request;

  private final Map<String, String> typed = new HashMap<>();
  private List<SubmissionLine> lines;
  private SubmissionView view;
  private boolean searched;
  private List<String> errors = List.of();

  /** What waits; read once. */
  public List<SubmissionLine> getLines() {
    if (lines == null) {
      lines = waiting.waiting();
    }
    return lines;
  }

  /** The stock by branch with both clocks, for directors; empty for others. */
  public List<BranchWaiting> getBranches() {
    return request.isUserInRole("BRANCH_DIRECTOR") ? waiting.byBranch() : List.of();
  }

  /** 0 where none was asked for. */
  public long getId() {
    String id = request.getParameter("id");
    return id != null && id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
  }

  /** Null while none was asked for, and where none was found. */
  public SubmissionView getView() {
    if (!searched && getId() != 0) {
      searched = true;
      try {
        view = waiting.open(getId());
      } catch (RuntimeException thrown) {
        errors = List.of(words.failure(thrown));
      }
    }
    return view;
  }

  public boolean isUndecided() {
    return Press.pending() || getView() != null && view.state() == SubmissionState.WAITING;
  }

  public void accept() throws IOException {
    try {
      String code =
          acceptance
              .accept(getId(), version(), "true".equals(request.getParameter("nameConfirmed")))
              .code();
      back("accepted=" + URLEncoder.encode(code, StandardCharsets.UTF_8));
    } catch (RuntimeException thrown) {
      errors = told(thrown);
    }
  }

  public void askForEdits() throws IOException {
    try {
      acceptance.askForEdits(
          getId(),
          version(),
          typed.getOrDefault("items", "") == null
              ? List.of()
              : typed.getOrDefault("items", "").lines().toList(),
          typed.get("edit-reason"),
          typed.get("override"));
      back("edits=true&told=" + getId());
    } catch (RuntimeException thrown) {
      errors = told(thrown);
    }
  }

  public void refuse() throws IOException {
    try {
      acceptance.refuse(getId(), version(), typed.get("refuse-reason"));
      back("refused=true&told=" + getId());
    } catch (RuntimeException thrown) {
      errors = told(thrown);
    }
  }

  /** A refused visit tells all that is wrong. */
  private List<String> told(RuntimeException thrown) {
    return Words.coded(thrown).orElse(null) instanceof IntakeFailure.Refused refused
        ? refused.findings().stream()
            .map((Finding finding) -> finding.message(words.locale()))
            .toList()
        : List.of(words.failure(thrown));
  }

  private int version() {
    String version = request.getParameter("version");
    return version != null && version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
  }

  private void back(String done) throws IOException {
    FacesContext.getCurrentInstance()
        .getExternalContext()
        .redirect(request.getContextPath() + "/acceptance?" + done);
  }

  /** The code of the dossier that the press before has made; empty where it made none. */
  public String getAcceptedCode() {
    String accepted = request.getParameter("accepted");
    return accepted != null && accepted.matches("[A-Za-z0-9.-]{1,60}") ? accepted : "";
  }

  /** What the press before did, in a sentence; empty where there was none. */
  public String getDone() {
    if (!getAcceptedCode().isEmpty()) {
      return words.of("acceptance.done.accepted", getAcceptedCode());
    }
    return request.getParameter("edits") != null
        ? words.of("acceptance.done.edits")
        : request.getParameter("refused") != null ? words.of("acceptance.done.refused") : "";
  }

  /** The address of the form that tells the applicant what was decided; empty where nothing was. */
  public String getFormAddress() {
    String told = request.getParameter("told");
    String number =
        request.getParameter("edits") != null
            ? "02"
            : request.getParameter("refused") != null ? "03" : "";
    return told != null && told.matches("\\d{1,18}") && !number.isEmpty()
        ? formAddress(Long.parseLong(told), number)
        : "";
  }

  /** Of a form about a submission. */
  public String formAddress(long id, String number) {
    return request.getContextPath() + "/api/v1/submissions/" + id + "/forms/" + number;
  }

  /** The applicant's own page about the submission that is shown. */
  public String getTrackAddress() {
    return request.getContextPath() + "/track?t=" + getView().token();
  }

  public String fileAddress(UUID file) {
    return request.getContextPath() + "/api/v1/submissions/" + getId() + "/files/" + file;
  }

  public Map<String, String> getTyped() {
    return typed;
  }

  public List<String> getErrors() {
    getView();
    return errors;
  }
}
