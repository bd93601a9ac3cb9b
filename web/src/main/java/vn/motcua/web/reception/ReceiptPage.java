package vn.motcua.web.reception;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.motcua.failure.CodedFailure;
import vn.motcua.reception.IntakeFailure;
import vn.motcua.reception.PaperChange;
import vn.motcua.reception.PersonChange;
import vn.motcua.reception.ReceiptContents;
import vn.motcua.reception.ReceiptCorrection;
import vn.motcua.reception.ReceiptFile;
import vn.motcua.reception.ReceiptService;
import vn.motcua.web.layout.Words;

/**
 * Puts a receipt right (đính chính giấy tiếp nhận): names, telephones, numbers of papers. What was
 * typed stays in the form after a refusal; after a correction the page is asked for again.
 */
@Named
@RequestScoped
public class ReceiptPage {

  private static final int MOST = 999;

  @EJB private ReceiptService receipts;
  @Inject private Words words;
  @Inject private HttpServletRequest request;

  private ReceiptContents contents;
  private boolean read;
  private String error = "";
  private String reason = "";

  /** The visit asked for; 0 where none was named. */
  public long getVisit() {
    String visit = request.getParameter("visit");
    return visit != null && visit.matches("\\d{1,18}") ? Long.parseLong(visit) : 0;
  }

  /** Null where there is no such visit, or it is another branch's. */
  public ReceiptContents getContents() {
    if (!read && getVisit() != 0) {
      read = true;
      try {
        contents = receipts.contents(getVisit());
      } catch (RuntimeException thrown) {
        CodedFailure failure = Words.coded(thrown).orElseThrow(() -> thrown);
        error = failure.message(words.locale());
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .setResponseStatus(failure.httpStatus());
      }
    }
    return contents;
  }

  /** The version that the clerk has before them, as it travels in the form. */
  public String getSeen() {
    String seen = request.getParameter("seen");
    return seen != null && !error.isEmpty() ? seen : String.valueOf(getContents().version());
  }

  /** What was typed in a field, else what stands. */
  public String typed(String field, Object stands) {
    String text = request.getParameter(field);
    return text == null || error.isEmpty() ? String.valueOf(stands) : text;
  }

  public void correct() throws IOException {
    ReceiptFile next;
    try {
      next =
          receipts.correct(
              getVisit(),
              new ReceiptCorrection(number("seen"), reason, people(), papers()),
              request.getRequestURL().substring(0, root()));
    } catch (RuntimeException refused) {
      error =
          Words.coded(refused).orElse(null) instanceof IntakeFailure.Refused wrong
              ? wrong.findings().stream()
                  .map(finding -> finding.message(words.locale()))
                  .distinct()
                  .collect(Collectors.joining(" "))
              : words.failure(refused);
      return;
    }
    FacesContext.getCurrentInstance()
        .getExternalContext()
        .redirect(
            request.getContextPath() + "/receipt?visit=" + getVisit() + "&done=" + next.version());
  }

  private int root() {
    String address = request.getRequestURL().toString();
    return address.indexOf('/', address.indexOf("//") + 2) + 1;
  }

  private List<PersonChange> people() {
    List<PersonChange> people = new ArrayList<>();
    for (String relation : List.of("OWNER", "SUBMITTER")) {
      String name = request.getParameter(relation + ".fullName");
      String phone = request.getParameter(relation + ".phone");
      if (name != null && phone != null) {
        people.add(new PersonChange(relation, name, phone));
      }
    }
    return people;
  }

  private List<PaperChange> papers() {
    List<PaperChange> papers = new ArrayList<>();
    for (ReceiptContents.Dossier dossier : getContents().dossiers()) {
      for (ReceiptContents.Paper paper : dossier.papers()) {
        String field = dossier.code() + "." + paper.position() + ".";
        papers.add(
            new PaperChange(
                dossier.code(),
                paper.position(),
                number(field + "originals"),
                number(field + "certified"),
                number(field + "copies")));
      }
    }
    return papers;
  }

  /** What is no number is refused by the service as one below 0. */
  private int number(String field) {
    String text = request.getParameter(field);
    return text != null && text.strip().matches("\\d{1,4}") ? Integer.parseInt(text.strip()) : -1;
  }

  /** The version that the press before made; 0 if none. */
  public int getDone() {
    String done = request.getParameter("done");
    return error.isEmpty() && done != null && done.matches("\\d{1,4}") ? Integer.parseInt(done) : 0;
  }

  public String getPrintAddress() {
    return request.getContextPath() + "/api/v1/reception/visits/" + getVisit() + "/receipt";
  }

  public String getError() {
    return error;
  }

  public int getMost() {
    return MOST;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason == null ? "" : reason;
  }
}
