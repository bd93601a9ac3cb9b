package vn.motcua.web.imports;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import vn.motcua.eventlog.EventLogImportService;
import vn.motcua.eventlog.failure.ImportNotFound;
import vn.motcua.eventlog.store.Refusal;
import vn.motcua.failure.CodedFailure;
import vn.motcua.web.layout.Words;

/** One import: how far it is, what it took, and what it refused and why. */
@Named
@RequestScoped
public class ImportPage {

  private static final int PAGE = 50;

  @EJB private EventLogImportService imports;
  @Inject private ImportLines lines;
  @Inject private Words words;
  @Inject private HttpServletRequest request;

  private long id;
  private long after;
  private ImportLine line;
  private List<Refusal> refusals;
  private String cancelFailure;

  @PostConstruct
  void read() {
    id = number("id");
    after = number("after");
    try {
      line = lines.of(imports.find(id));
    } catch (RuntimeException thrown) {
      if (!(Words.coded(thrown).orElseThrow(() -> thrown) instanceof ImportNotFound)) {
        throw thrown;
      }
    }
  }

  /** Answers "not found" where there is no such import. */
  public void check() throws IOException {
    if (line == null) {
      FacesContext faces = FacesContext.getCurrentInstance();
      faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
      faces.responseComplete();
    }
  }

  /** Cancels the import, whose file the person has just seen named. */
  public void cancel() throws IOException {
    try {
      imports.cancel(id);
      ImportsPage.goTo(request, id);
    } catch (RuntimeException thrown) {
      CodedFailure failure = Words.coded(thrown).orElseThrow(() -> thrown);
      cancelFailure = failure.message(words.locale());
      line = lines.of(imports.find(id));
    }
  }

  public ImportLine getLine() {
    return line;
  }

  public long getId() {
    return id;
  }

  /** Why it could not be cancelled, or null. */
  public String getCancelFailure() {
    return cancelFailure;
  }

  /** A page of what was refused or remarked on, in the order of the file. */
  public List<RefusalLine> getRefusals() {
    return page().stream().limit(PAGE).map(refusal -> new RefusalLine(refusal, words)).toList();
  }

  /** Where the next page begins; null on the last page. */
  public Long getNext() {
    return page().size() > PAGE ? page().get(PAGE - 1).id() : null;
  }

  public boolean isFirstPage() {
    return after == 0;
  }

  private List<Refusal> page() {
    if (refusals == null) {
      refusals = imports.refusals(id, after, PAGE + 1);
    }
    return refusals;
  }

  private long number(String name) {
    String text = request.getParameter(name);
    return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }
}
